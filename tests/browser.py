"""Debian's Chromium for the tests that look at pages, and a page that tells on itself."""

import os
import shutil
from contextlib import contextmanager

import pytest

INSTALL = "no Chromium here; install it with: apt-get install -y chromium"
NAMES = ("chromium", "chromium-browser", "google-chrome")
BEFORE_THE_NETWORK = ("data:", "blob:", "file:", "about:")
ANSWERS_LATE = pytest.mark.flaky(reruns=1, only_rerun=["TimeoutError"])  # asked once more; nothing else is


@contextmanager
def chromium():
    """A browser at work; the test is skipped where there is none."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip(INSTALL)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        as_root = hasattr(os, "geteuid") and os.geteuid() == 0
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"] if as_root else [])
        yield opened
        opened.close()


@contextmanager
def watched(browser, *, width=1280, height=800, scheme="light", at_home=()):
    """A page that must raise no error, open no dialog and ask nothing of an address that does not begin as told."""
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page, faults = context.new_page(), []
    page.set_default_timeout(30_000)
    page.on("console", lambda message: message.type == "error" and faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: (faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    home = (*BEFORE_THE_NETWORK, *at_home)
    page.on("request", lambda request: request.url.startswith(home) or faults.append(f"asked for {request.url}"))
    yield page
    context.close()
    assert faults == []
