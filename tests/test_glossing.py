"""English for speakers whom words only describe."""

import pytest

from helpers.glossing import gloss
from helpers.lexicon import load


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("مصادر", "Sources"),
        ("مصادر طبية محلية", "Local medical sources"),
        ("المتحدث باسم الجيش السوداني", "Spokesperson, Sudanese Armed Forces"),
        ("ضابط رفيع المستوى", "Senior officer"),
        ("مصادر أخرى · الجزيرة", "Other sources · الجزيرة"),
        ("قادة في وحدات حماية الشعب", "Commanders, YPG"),
        ("هفال روني", ""),
        ("مصدر فلاني", ""),
        ("محلية", ""),
        ("قوات سوريا الديمقراطية", ""),
        ("", ""),
    ],
)
def test_a_description_is_put_into_english_whole_or_not_at_all(words, english):
    assert gloss(words, load()) == english
