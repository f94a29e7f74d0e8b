"""Firefox for the tests that look at pages, spoken to in WebDriver BiDi, which it understands without a driver."""

import itertools
import json
import os
import re
import shutil
import subprocess
from contextlib import contextmanager

import pytest
import websocket

from tests.browser import BEFORE_THE_NETWORK

INSTALL = "no Firefox here; install it with: apt-get install -y firefox-esr"
NAMES = ("firefox-esr", "firefox")
LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
SECONDS = 60
QUIET = {  # what the browser itself would ask of its makers
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
}


class Page:
    """A page of Firefox: it is led somewhere, asked, clicked and typed into as a person would; faults are kept."""

    def __init__(self, address):
        self.faults, self._numbers = [], itertools.count(1)
        # an origin is what pages have: Firefox listens to none
        self._line = websocket.create_connection(f"{address}/session", timeout=SECONDS, suppress_origin=True)
        self._ask("session.new", capabilities={})
        self._ask("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        # a window of its own has the focus, which the first one never gets without a screen
        self._page = self._ask("browsingContext.create", type="window")["context"]

    def goto(self, address):
        self._ask("browsingContext.navigate", context=self._page, url=address, wait="complete")

    def resize(self, width, height):
        viewport = {"width": width, "height": height}
        self._ask("browsingContext.setViewport", context=self._page, viewport=viewport)

    def evaluate(self, expression):
        """What an expression comes to, as JSON takes it."""
        return json.loads(self._evaluate(f"JSON.stringify(({expression}) ?? null)")["value"])

    def click(self, selector, nth=0):
        found = self._evaluate(f"document.querySelectorAll({json.dumps(selector)})[{nth}]")
        assert found["type"] == "node", f"no {selector} here"
        at = {"type": "element", "element": {"sharedId": found["sharedId"]}}
        self._evaluate(
            f"document.querySelectorAll({json.dumps(selector)})[{nth}].scrollIntoView({{ block: 'nearest' }})"
        )
        press = [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        self._act("pointer", [{"type": "pointerMove", "x": 0, "y": 0, "origin": at}, *press])

    def type(self, keys):
        self._act("key", [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")])

    def _act(self, kind, actions):
        listed = [{"type": kind, "id": kind, "actions": actions}]
        self._ask("input.performActions", context=self._page, actions=listed)

    def _evaluate(self, expression):
        told = self._ask("script.evaluate", expression=expression, target={"context": self._page}, awaitPromise=True)
        assert told["type"] == "success", told
        return told["result"]

    def _ask(self, method, **params):
        number = next(self._numbers)
        self._line.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            told = json.loads(self._line.recv())
            if told.get("id") == number:
                assert told["type"] == "success", told
                return told["result"]
            self._note(told)

    def _note(self, told):
        params = told.get("params", {})
        if told.get("method") == "log.entryAdded" and params["level"] == "error":
            self.faults.append(params["text"])
        if told.get("method") == "network.beforeRequestSent":
            address = params["request"]["url"]
            if not address.startswith(BEFORE_THE_NETWORK):
                self.faults.append(f"asked for {address}")


@contextmanager
def firefox(folder):
    """A page of a Firefox that keeps its own things in `folder`; it must raise no error and ask for nothing afar."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip(INSTALL)
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in QUIET.items()]
    (folder / "user.js").write_text("\n".join(lines), encoding="utf-8")
    asked = [path, "--headless", "--no-remote", "--profile", str(folder), "--remote-debugging-port=0"]
    at_work = subprocess.Popen(asked, stderr=subprocess.PIPE, text=True, env={**os.environ, "HOME": str(folder)})
    try:
        address = next(found[1] for line in at_work.stderr if (found := LISTENS.search(line)))
        page = Page(address)
        yield page
        assert page.faults == []
    finally:
        at_work.terminate()
        at_work.wait(30)
