"""Sound questions that look like faulty ones. Each was, or would be, a false alarm of a simpler rule."""

import pytest

from fragments import as_bank
from zhu_quiz.teach.checking import check_text

ENGLISH = """\
- id: not-in-a-clause
  type: choice
  ask: What happens when a server does not answer within a minute?
  options: [right: The client gives up, wrong: The client waits, wrong: The server restarts]
- id: relative-clause
  type: choice
  ask: Pluto, which is not a planet any more, was found in which year?
  options: [wrong: "1846", right: "1930", wrong: "1978"]
- id: reason-for-not
  type: choice
  ask: What is the main reason for not storing acids in metal cans?
  options: [right: They eat the metal away, wrong: They lose their colour, wrong: They turn into gas]
- id: those-who-did-not
  type: choice
  ask: Tea drinkers were compared with those who did not drink tea. Which study design is this?
  options: [right: Cohort study, wrong: Case report, wrong: Single trial]
- id: emphasised
  type: choice
  ask: Which of these is *not* a noble gas?
  options: [right: Nitrogen, wrong: Argon, wrong: Krypton]
- id: capitals
  type: choice
  ask: Which of these is NOT a noble gas?
  options: [right: Oxygen, wrong: Helium, wrong: Neon]
- id: not-only
  type: choice
  ask: Which metal is not only liquid at room temperature but also poisonous?
  options: [right: Mercury, wrong: Lead, wrong: Zinc]
- id: both-named
  type: choice
  ask: Which weighs more, a litre of water or a litre of oil?
  options: [right: A litre of water, wrong: A litre of oil, wrong: They weigh the same]
- id: all-of-them
  type: choice
  ask: How many of the four inner planets have a solid surface?
  options: [right: All of them, wrong: Half of them, wrong: None of them]
- id: none-of-the-time
  type: choice
  ask: For how much of the year is the Sun above the horizon at midnight in Rome?
  options: [right: None of the time, wrong: Half of the time, wrong: All of the time]
- id: vitamins
  type: choice
  ask: Which vitamins dissolve in fat?
  options: [right: A and D, wrong: B and C, wrong: C and B]
- id: systems
  type: choice
  ask: Which letters name the fast systems?
  options: [wrong: C, wrong: B and C, right: B and M, wrong: Mini]
- id: blood
  type: choice
  ask: Which two blood groups can both parents of such a child have?
  options: [wrong: AB and O, wrong: O and AB, right: A and B]
- id: flats
  type: choice
  ask: Which flats are on the first floor?
  options: [right: A and B, wrong: All of the larger ones, wrong: Only the small one]
- id: roots
  type: choice
  ask: At which points does the curve cross the axis?
  options: [right: 1 and 3, wrong: 1 and 2, wrong: 2 and 3]
- id: vowel-either-way
  type: choice
  ask: A programme that turns source text into machine code is called a
  options: [right: compiler, wrong: debugger, wrong: linker]
- id: sounds
  type: choice
  ask: A person who has left home to study abroad may be called a
  options: [right: university student, wrong: European traveller, wrong: one-year guest]
- id: acronym
  type: choice
  ask: The address of a page on the web is called a
  options: [right: URL, wrong: MIME type, wrong: RFC]
- id: score
  type: choice
  ask: How did the final match end?
  options: [right: 2-3, wrong: 1-2, wrong: 3-4]
- id: high-score
  type: choice
  ask: How did the final game end?
  options: [right: 98-102, wrong: 99-105, wrong: 87-91]
- id: scores-that-touch
  type: choice
  ask: How did the set end?
  options: [right: 10-12, wrong: 12-15]
- id: wars
  type: choice
  ask: When was the First World War?
  options: [wrong: 1910–1914, right: 1914–1918, wrong: 1918–1922]
- id: bands
  type: choice
  ask: Which band of frequencies is called S?
  options: [wrong: 1–2 GHz, right: 2–4 GHz, wrong: 4–8 GHz]
- id: versions
  type: choice
  ask: Which version of the language brought the new operator?
  options: [right: "3.9", wrong: "3.10", wrong: "3.11"]
- id: codes
  type: choice
  ask: Which of these numbers can be a dialling code?
  options: [wrong: "112", right: "030", wrong: "500"]
- id: title-as-answer
  type: short
  ask: Under which title did the first book of Narnia appear?
  answer: The Lion, the Witch and the Wardrobe
- id: name-as-answer
  type: short
  ask: Where did he teach before he moved to another country?
  answer: University of California, Los Angeles
- id: with-a-short-form
  type: short
  ask: What does a plant need for photosynthesis besides light?
  answer: carbon dioxide taken from the surrounding air
  accept: [carbon dioxide]
- id: binary
  type: short
  ask: How is ten written in the binary system?
  answer: "1010"
- id: postcode
  type: short
  ask: Which postcode has the centre of Dresden?
  answer: "01067"
- id: plural
  type: short
  ask: What is the plural of the word sheep in English?
  answer: sheep
- id: one-or-the-other
  type: short
  ask: Which of the two planets, Venus or Mars, is nearer to the Sun?
  answer: Venus
- id: irregular
  type: cloze
  text: "put, {{put}}, {{put}}"
- id: preposition
  type: cloze
  text: She is good {{at::preposition}} drawing.
- id: pair
  type: cloze
  text: "dog = {{chien}}"
- id: four-gaps-in-a-long-text
  type: cloze
  text: >-
    The four inner planets of the solar system are, counted from the Sun outwards, first the small and hot {{Mercury}},
    then {{Venus}} under its thick clouds, then our own {{Earth}} with its oceans, and at last {{Mars}}.
- id: two-words
  type: card
  front: sheep (plural)
  back: sheep
"""

CODE = """\
- id: negation
  type: choice
  ask: What does `x not in y` return when `y` is empty?
  options: [right: "`True`", wrong: "`False`", wrong: "`None`"]
- id: loop
  type: choice
  ask: What comes of a `for` loop over an empty list?
  options: [right: Nothing, wrong: Error, wrong: Endless repetition]
- id: nothing
  type: choice
  ask: Which value does a function without `return` give back?
  options: [right: None, wrong: "0", wrong: "False"]
- id: output
  type: choice
  ask: |
    What does this program print?

    ```python
    for word in ("all", "of", "the", "above"):
        print(word, end=" ")
    ```
  options: [right: "`all of the above `", wrong: "`above`", wrong: "`all`"]
- id: regex
  type: choice
  ask: Which expression finds figures only?
  options: [right: "`[0-9]+`", wrong: "`[0-5]*[5-9]*`", wrong: "`[a-z0-9]+`"]
- id: punctuation
  type: choice
  ask: Which of these reads the first character of `$a`?
  options: [right: "$a[0]", wrong: "$a{0}", wrong: "$a(0)"]
- id: blank
  type: choice
  ask: You must list the methods in an ______ and attach it with the keyword ______.
  options: [right: "interface, implements", wrong: "class, extends", wrong: "trait, use"]
- id: formula
  type: choice
  ask: Which of these holds for the two maps?
  options: [right: Their difference is the identity map, wrong: ST = 0, wrong: ST = T]
- id: hex
  type: choice
  ask: Which of these is sixteen?
  options: [right: "0x10", wrong: "0b10", wrong: "0o10"]
- id: command
  type: short
  ask: Which command stores all changes with the message “first”?
  answer: git commit --all --message first --quiet
- id: code-with-gaps
  type: cloze
  text: "`for {{i}} in {{range}}({{n}}): {{print}}(i)` prints the numbers."
- id: fence
  type: card
  front: How is a file read line by line?
  back: |
    ```python
    with open(path, encoding="utf-8") as file:
        for line in file:
            words = [word for word in line.split() if word not in ("a", "an", "the", "and", "or", "of", "to")]
            print(len(words), words[0], words[-1], sep="; ", end=" and so on until the end of the file is reached")
    ```
"""

MATHS = r"""
- id: integral
  type: choice
  ask: What is \( \int_0^1 x \, dx \)?
  options: [right: '\( \frac{1}{2} \)', wrong: '\( 1 \)', wrong: '\( 2 \)']
- id: fractions
  type: choice
  ask: Which of these is the largest?
  options: [wrong: 1/2, right: 3/4, wrong: 2/3]
- id: exponents
  type: choice
  ask: How large is the number of atoms in a mole?
  options: [wrong: 6 · 10^20, right: 6 · 10^23, wrong: 6 · 10^21]
- id: interval
  type: choice
  ask: In which interval does the function grow?
  options: [right: 0 to 2, wrong: 1 to 3, wrong: 2 to 4]
- id: times
  type: choice
  ask: When does the train leave?
  options: [right: "9:05", wrong: "10:30", wrong: "11:15"]
- id: sum
  type: cloze
  text: 2 + 2 = {{4}}
- id: tables
  type: cloze
  text: 3 · 4 = {{12}}, 3 · 5 = {{15}}
- id: water
  type: cloze
  text: H{{2}}O
- id: same-value
  type: choice
  ask: A pipe has a resistance of 72 ohms per unit. What is the resistance of half a pipe per unit?
  options: [wrong: 36 ohms, right: 72 ohms, wrong: 144 ohms]
- id: without-mark
  type: choice
  ask: The square of a negative number is
  options: [right: positive, wrong: negative, wrong: zero]
"""

GERMAN = """\
- id: nebensatz
  type: choice
  ask: Was geschieht, wenn ein Server nicht antwortet?
  options: [right: Der Aufruf bricht ab, wrong: Der Rechner startet neu, wrong: Die Anfrage wartet ewig]
- id: relativsatz
  type: choice
  ask: Wie heißt alles, was eine Suchmaschine nicht finden kann?
  options: [right: Deep Web, wrong: Weltnetz, wrong: Darknet]
- id: keiner
  type: choice
  ask: Welches Land hat keinen Zugang zum Meer?
  options: [right: Österreich, wrong: Portugal, wrong: Belgien]
- id: hervorgehoben
  type: choice
  ask: Welcher dieser Stoffe ist **kein** Edelgas?
  options: [right: Stickstoff, wrong: Argon, wrong: Neon]
- id: alle-kinder
  type: choice
  ask: Wer muss in Deutschland zur Schule gehen?
  options: [right: Alle Kinder ab sechs Jahren, wrong: Nur Kinder ohne Arbeit, wrong: Kinder aus der Stadt]
- id: beide-namen
  type: choice
  ask: Was ist schwerer, ein Liter Wasser oder ein Liter Öl?
  options: [right: Ein Liter Wasser, wrong: Ein Liter Öl, wrong: Beides ist gleich schwer]
- id: komma
  type: choice
  ask: Wie groß ist die Zahl Pi ungefähr?
  options: [wrong: "2,72", right: "3,14", wrong: "9,81"]
- id: entweder
  type: short
  ask: Welcher Planet ist der Sonne näher, Venus oder Mars?
  answer: Venus
- id: mehrzahl
  type: cloze
  text: Die Mehrzahl von Lehrer ist {{Lehrer}}.
- id: artikel
  type: cloze
  text: "{{das::Artikel}} Mädchen liest ein Buch."
- id: lange-antwort
  type: short
  ask: Wie heißt die Behörde, die in Deutschland den Wettbewerb schützt?
  answer: Bundeskartellamt
"""

OTHERS = """\
- id: chinese
  type: choice
  lang: zh
  ask: 北京大学在哪个城市？
  options: [right: 北京, wrong: 上海, wrong: 广州]
- id: chinese-gap
  type: cloze
  lang: zh
  text: 中国的首都是{{北京}}。
- id: thai
  type: choice
  lang: th
  ask: เมืองหลวงของประเทศไทยคือเมืองใด
  options: [right: กรุงเทพมหานคร, wrong: เชียงใหม่, wrong: ภูเก็ต]
- id: arabic
  type: cloze
  lang: ar
  text: عاصمة مصر هي {{القاهرة}}
- id: russian
  type: choice
  lang: ru
  ask: Какая из этих планет не имеет спутников?
  options: [right: Венера, wrong: Марс, wrong: Земля]
- id: french
  type: choice
  lang: fr
  ask: Lequel de ces gaz n'est pas un gaz noble ?
  options: [right: L'azote, wrong: L'argon, wrong: Le néon]
- id: french-answer
  type: short
  lang: fr
  ask: Qui est nommé par le président et dirige le gouvernement en France ?
  answer: le Premier ministre de la République
- id: japanese
  type: card
  lang: ja
  front: 日本で一番高い山は何ですか。
  back: 富士山
- id: french-in-an-english-bank
  type: cloze
  lang: fr
  text: Je vais {{à}} Paris demain matin.
"""


@pytest.mark.parametrize(
    ("lang", "entries"),
    [("en", ENGLISH), ("en", CODE), ("en", MATHS), ("de", GERMAN), ("en", OTHERS), ("eo", ENGLISH)],
    ids=["English", "code", "maths", "German", "other scripts", "a language without words"],
)
def test_a_sound_question_is_left_in_peace(lang: str, entries: str) -> None:
    bank = check_text(as_bank(entries).replace("title:", f"lang: {lang}\ntitle:")).bank
    found = [(each.question, each.code, each.message) for each in bank.problems]
    assert len(bank.questions) == entries.count("- id:")
    assert not [each for each in found if each[1].startswith("ZQ2")]
