"""How many sentences a second the readers of numbers, quantities and times get through, made up and real ones.

    python -m tests.bench.speed

Half of the made-up sentences hold a number, a vague word or a time, as in newswire on a conflict; in the second mix one
in ten does. The real ones are those of the reports in `seeds`, cut at line ends and full stops. The readers see each
sentence once a round, in the order numerals, quantities, times. What they keep of a text is that of the last four, so
no sentence is known from an earlier round; of the words they know all those that fit into their bounded memory, which a
first round fills. The last figure is how many times as long the three take as finding the same sentences' words by one
regex: unlike the rates it is much the same on a busy machine.
"""

import random
import re
import sys
import time
from pathlib import Path

from helpers import numerals, quantities, times

SEEDS = Path(__file__).parents[2] / "seeds"
SENTENCE_END = re.compile(r"(?<=[.!?؟])\s+|\n")
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


def real_sentences() -> list[str]:
    """The sentences of the reports in `seeds`, each once."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    found = (sentence.strip() for text in texts for sentence in SENTENCE_END.split(text))
    return list(dict.fromkeys(filter(None, found)))


def rate(texts: list[str], *readers, rounds: int = 1) -> float:
    """Sentences a second that the readers get through together, the best of some rounds: others disturb."""
    taken = []
    for _ in range(rounds):
        begun = time.process_time()
        for text in texts:
            for read in readers:
                read(text)
        taken.append(time.process_time() - begun)
    return len(texts) / min(taken)


def main() -> None:
    everything = (numerals.read, quantities.read, times.read)
    parts = {"together": everything, "numerals": everything[:1], "quantities": everything[1:2], "times": everything[2:]}
    mixes = {
        "half with numbers": sentences(10_000, 0.5),
        "a tenth with numbers": sentences(10_000, 0.1),
        "the reports' own": real_sentences(),
    }
    for name, texts in mixes.items():
        rounds = max(3, 2_000 // len(texts))
        rate(texts, *everything)  # word lists are loaded and indexed once
        length = sum(map(len, texts)) / len(texts)
        rates = ", ".join(f"{part} {rate(texts, *readers, rounds=rounds):,.0f}" for part, readers in parts.items())
        ratio = rate(texts, WORD.findall, rounds=rounds) / rate(texts, *everything, rounds=rounds)
        sys.stdout.write(
            f"{name}, {len(texts):,} of {length:.0f} characters: {rates} a second; {ratio:.1f} times a regex\n"
        )


if __name__ == "__main__":
    main()
