"""The notebooks on reports that are not the seeds: all run, whatever is missing, and no seeds-only word is left."""

import json

import pytest

from helpers.notebooks import run

WARS = {
    "a.txt": "مقتل 17 مدنيا في قصف على سوق في الفاشر\n\n"
    "الفاشر - قال متحدث باسم شبكة أطباء السودان أمس الثلاثاء إن 17 مدنيا على الأقل، بينهم خمسة أطفال، قتلوا "
    "وأصيب العشرات في قصف نفذته قوات الدعم السريع. وأضاف أن أكثر من 200 عائلة نزحت من الحي.",
    "b.txt": "أعلن الجيش اليمني، الأحد، مقتل 12 من عناصر جماعة الحوثي وأسر أربعة آخرين في معارك غرب مأرب.",
    "c.txt": "no Arabic in it",
}
NO_FIGURES = {"a.txt": "عاد الهدوء إلى البلدة بعد أن غادرها المسلحون، ولم ترد أنباء أخرى."}
ONLY_A_CAMP = {"a.txt": "قالت الأمم المتحدة إن المخيم المصمم لاستيعاب ألفي شخص يؤوي الآن نحو ثلاثة آلاف."}


@pytest.mark.slow
@pytest.mark.parametrize("corpus", [WARS, NO_FIGURES, ONLY_A_CAMP], ids=["wars", "no figures", "only a camp"])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_notebooks_run_on_it(tmp_path, corpus, lang):
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in corpus.items():
        (folder / name).write_text(text, encoding="utf-8")
    written = run(str(folder), str(tmp_path / "out"), lang=lang)
    assert len(written) == 6
    for path in written:
        shown = json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False)
        assert not any(word in shown for word in ("Baghouz", "Bali", "الباغوز"))
