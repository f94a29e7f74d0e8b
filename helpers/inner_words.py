"""What a word inside a speaker's phrase is: part of a name, a second speaker, an owner, or the audience."""

from collections.abc import Sequence

from helpers.objects import announces
from helpers.page import Page
from helpers.shapes import is_definite
from helpers.titles import audience_at, head_at, titles


def is_family_name(page: Page, k: int, person: Sequence[int]) -> bool:
    """«حسين عودة إن», «حسين عودة.»: a noun that also announces, where nothing follows that it could announce."""
    last = k + 1 >= len(page.found) or page.found[k + 1].kind == "mark" or page.form(k + 1)[0] == "ل"
    return list(person) == [k - 1] and (last or "that" in page.roles(k + 1))


def is_titled(page: Page, k: int) -> bool:
    """«أفراد أسر الضحايا»: a title that also announces, straight after a title without an article."""
    before, here = head_at(page, k - 1), head_at(page, k)
    return bool(before and before.row and not before.definite and here and here.row)


def is_name_with_b(page: Page, k: int) -> bool:
    """«براين نيلسون» is a name where «بمدينة», «بالوحدات», «باسم» are not."""
    rest, name = page.form(k)[1:], page.names.get(k)
    if rest in titles(page.lexicon) or rest == "اسم" or rest.endswith("ه"):
        return False
    if name is not None and name[0].start > page.found[k].start:
        return False
    return not (is_definite(rest) or announces(page, rest) or is_definite(page.form(k + 1)))


def is_owned(page: Page, k: int) -> bool:
    """«محاميه», «خارجيتها»: definite by the pronoun."""
    head = head_at(page, k)
    return head is not None and head.owned


def is_owner(page: Page, k: int, first: int) -> bool:
    """«لنصرة الأشقاء» belongs to the office; «ليث النجار», straight after the title at `first`, is a name."""
    return page.form(k)[0] == "ل" and is_definite(page.form(k + 1)) and k - 1 > first


def is_joined(page: Page, k: int, named: bool) -> bool:
    """Whether a word with و goes on with the speaker: «الإسعاف والطوارئ», «أمنية وطبية», «وأخرى»."""
    form = page.form(k)
    return (form.startswith("وال") and not named) or form.endswith(("يه", "يون", "يين")) or form[1:] in ("اخري", "اخر")


def is_audience(page: Page, k: int) -> bool:
    """«لرويترز», «لوكالة …», «للصحفيين», «لـ"الوطن"»: through whom or to whom, not part of who."""
    if page.form(k) == "ل":
        quoted = page.names.get(k + 2)
        return page.form(k + 1) == '"' and not (quoted and quoted[0].kind in ("party", "body"))
    if k in page.names:
        return page.names[k][0].kind == "media"
    return audience_at(page, k) is not None
