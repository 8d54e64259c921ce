"""Words pasted from Word: its markup goes, the author's words stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.word_papers import plain_from_word

# As Word 365 puts it on the clipboard, shortened; the words are invented.
FROM_WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-unhide:no; margin:0cm;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoNormal><b><span style='mso-fareast-language:EN-GB'>The
<st1:place w:st="on">borough</st1:place></span></b> saves &pound;1.2&nbsp;million<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>shared
posts<o:p></o:p></p>
<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp;
</span></span><![endif]>one budget</p>
<p class=MsoNormal>co&shy;operate, non&#8209;statutory<a style='mso-comment-reference:RS_1'></a>
<span style='mso-hide:all'>secret</span></p><!--EndFragment--></body></html>"""


def test_words_leave_the_markup_of_word_behind() -> None:
    assert plain_from_word(FROM_WORD) == (
        "The borough saves £1.2\N{NO-BREAK SPACE}million\n\n"
        "• shared posts\n\n"
        "2. one budget\n\n"
        "cooperate, non-statutory"
    )


@pytest.mark.parametrize(
    ("pasted", "plain"),
    [
        ("One line\r\nand another\r\n", "One line\nand another"),
        ("a line\x0bbroken by hand", "a line\nbroken by hand"),
        ("tabs\tbetween\t\twords", "tabs between words"),
        ("two\N{NO-BREAK SPACE} spaces\N{NO-BREAK SPACE}here", "two spaces here"),
        ("5\N{NO-BREAK SPACE}km", "5\N{NO-BREAK SPACE}km"),
        ("co\N{SOFT HYPHEN}oper\x1fate", "cooperate"),
        ("non\N{NON-BREAKING HYPHEN}key and non\x1ekey", "non-key and non-key"),
        ("zero\N{ZERO WIDTH SPACE}width\N{ZERO WIDTH NO-BREAK SPACE}", "zerowidth"),
        ("\x93quoted\x94 \x96 badly", "“quoted” – badly"),
        ("·\tshared posts\n·\tone budget", "• shared posts\n• one budget"),
        ("\uf0b7\tshared posts", "• shared posts"),
        ("o\tbelow it", "• below it"),
        ("first\n\n\n\n\nlast", "first\n\nlast"),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<p class=MsoNormal>one<br>two</p>", "one\ntwo"),
        ("<p class=MsoNormal>never closed <b>bold", "never closed bold"),
        ("<p class=MsoNormal>before</p><!--[if gte mso 9]>never closed", "before"),
        ("<ul class=MsoList><li>one</li><li>two</li></ul>", "• one\n\n• two"),
        ("<w:sdt class=MsoSdt><o:p></o:p>words</w:sdt>", "words"),
        ("<p style='x'>A <script>alert(1)</script>B</p>", "A B"),
        ("<p class=Mso>[[savings/x.amount|1,100]] a year</p>", "[[savings/x.amount|1,100]] a year"),
        ("<p class=Mso>a &lt;b&gt; c</p>", "a <b> c"),
        ("", ""),
    ],
)
def test_each_of_words_ways(pasted: str, plain: str) -> None:
    assert plain_from_word(pasted) == plain


@pytest.mark.parametrize(
    "words",
    [
        "costs < £5m and > £3m",
        "if a<b and c>d",
        "the tag <p> begins a paragraph",
        "a <b>bold</b> claim",
        "see [[savings/x.amount|1,100]] and [[",
        "R&D &amp; all that",
    ],
)
def test_words_that_are_no_markup_stay_as_they_are(words: str) -> None:
    assert plain_from_word(words) == words


@given(st.text())
def test_it_never_fails_and_what_is_plain_stays_so(text: str) -> None:
    once = plain_from_word(text)
    assert plain_from_word(once) == once


_PLAIN = st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="<>&"))


@given(st.lists(_PLAIN.filter(str.strip), min_size=1, max_size=6))
def test_no_word_is_lost_in_markup(words: list[str]) -> None:
    page = "".join(f"<p class=MsoNormal><span>{word}<o:p></o:p></span></p>" for word in words)
    assert plain_from_word(page).split() == " ".join(words).split()
