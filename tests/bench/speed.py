"""How many sentences a second the readers of numbers, quantities and times get through, on sentences made of templates.

    python -m tests.bench.speed

Half of the sentences hold a number, a vague word or a time, as in newswire on a conflict; in the second mix one in ten
does. The readers see each sentence once, in the order numerals, quantities, times, and keep nothing between sentences.
The last figure is how many times as long the three take as finding the same sentences' words by one regex: unlike
the rates it is much the same on a busy machine.
"""

import random
import re
import sys
import time

from helpers import numerals, quantities, times

WORD = re.compile(r"\w+")
ACTORS = [
    "وزارة الصحة",
    "المتحدث باسم الحكومة",
    "منظمة إغاثة محلية",
    "شهود من أهالي البلدة",
    "رئيس اللجنة المكلفة",
    "مصدر في الشرطة",
]
DEEDS = [
    "أعلنت في بيان نشر على موقعها",
    "قال في تصريح للصحافيين",
    "أفادت في رسالة إلى الجهات المانحة",
    "ذكر لوسائل إعلام محلية",
]
PLACES = [
    "في أحياء المدينة القديمة",
    "على الطريق الواصل إلى الميناء",
    "قرب السوق الشعبي",
    "في القرى المحيطة بالنهر",
]
PLAIN = [
    "أن الأوضاع مستقرة وأن الفرق تتابع عملها من دون توقف رغم صعوبة الوصول إلى المتضررين",
    "أن المفاوضات تعثرت بسبب خلاف على ترتيب البنود وأن الوسطاء يواصلون اتصالاتهم",
    "أن الطرق ما زالت مقطوعة وأن الأهالي يعتمدون على مياه الآبار والمولدات الخاصة",
]
TOLD = [
    "أن أكثر من {n} شخصا نزحوا منذ مساء الثلاثاء الماضي وأن {m} آخرين ما زالوا تحت الأنقاض",
    "أن {w} قتلى بينهم طفلان سقطوا في غارتين وأن عشرات المنازل دمرت خلال يومين",
    "أن المساعدات تكفي نحو {n} ألف أسرة حتى نهاية الشهر المقبل بحسب التقديرات",
    "أن {w} آلاف طالب عادوا إلى مدارسهم في 12 آذار/مارس بعد انقطاع دام {m} أسابيع",
]
WORDS = "ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة".split()


def sentences(count: int, with_numbers: float, seed: int = 1) -> list[str]:
    """Sentences of about 150 characters, no two alike."""
    dice, made = random.Random(seed), []
    for i in range(count):
        content = dice.choice(TOLD if dice.random() < with_numbers else PLAIN)
        content = content.format(n=dice.randrange(20, 900), m=dice.randrange(3, 90), w=dice.choice(WORDS))
        mark = "".join("ابتجدرسعفقكلمنهي"[int(digit)] for digit in str(i))  # a made-up name: no digits
        made.append(f"{dice.choice(DEEDS)} {dice.choice(ACTORS)} {dice.choice(PLACES)} {content} ({mark}).")
    return made


def rate(texts: list[str], *readers) -> float:
    """Sentences a second that the readers get through together."""
    begun = time.process_time()
    for text in texts:
        for read in readers:
            read(text)
    return len(texts) / (time.process_time() - begun)


def main() -> None:
    everything = (numerals.read, quantities.read, times.read)
    rate(sentences(2_000, 1.0, seed=2), *everything)  # word lists are loaded and indexed once
    for share in (0.5, 0.1):
        texts = sentences(10_000, share)
        length = sum(map(len, texts)) / len(texts)
        parts = {
            "together": everything,
            "numerals": everything[:1],
            "quantities": everything[1:2],
            "times": everything[2:],
        }
        rates = ", ".join(f"{name} {rate(texts, *readers):,.0f}" for name, readers in parts.items())
        ratio = rate(texts, WORD.findall) / rate(texts, *everything)
        sys.stdout.write(
            f"{share:.0%} with numbers, {length:.0f} characters: {rates} a second; {ratio:.1f} times a regex\n"
        )


if __name__ == "__main__":
    main()
