package words

import (
	"unicode/utf8"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/asked"
)

// maxSentence is how many characters of a condition stand in one line. What is
// longer is laid out, because nobody holds a sentence of five lines in mind.
const maxSentence = 100

// Outline is a condition laid out for reading: a sentence, or a heading such as
// "both of these" with what belongs to it.
type Outline struct {
	Words string
	Parts []Outline
}

// Asked lays out what a missing fact decides.
func Asked(a asked.For) Outline {
	if a.Condition == nil || short(a.Words) {
		return Outline{Words: a.Words}
	}
	outline := Layout(*a.Condition)
	outline.Words = breachIf + outline.Words
	return outline
}

// Layout lays out a condition. What is short stays a sentence.
func Layout(c report.Condition) Outline {
	sentence := Condition(c)
	if short(sentence) || incomplete(c) {
		return Outline{Words: sentence}
	}
	return outline("", c, false)
}

// outline lays out the parts of a condition that joins others, below what is said
// of all of them.
func outline(before string, c report.Condition, denied bool) Outline {
	if incomplete(c) {
		return Outline{Words: before + unsaid}
	}
	switch c.Op {
	case report.All, report.Any:
		if len(c.Of) == 1 {
			return outline(before, c.Of[0], denied)
		}
		return Outline{Words: before + heading(c, denied), Parts: parts(c)}
	case report.Not:
		return outline(before, c.Of[0], !denied)
	case report.ForSome, report.ForEvery:
		return outline(before+elements(c, denied), ofElement(c.Of[0], c.Fact), false)
	}
	if denied {
		c = report.Condition{Op: report.Not, Of: []report.Condition{c}}
	}
	return Outline{Words: before + Condition(c)}
}

// elements says of how many elements of a list something is so.
func elements(c report.Condition, denied bool) string {
	which := map[bool]string{false: "for an element of ", true: "for no element of "}
	if c.Op == report.ForEvery {
		which = map[bool]string{false: "for every element of ", true: "not for every element of "}
	}
	return which[denied] + Fact(c.Fact) + ", "
}

func parts(c report.Condition) []Outline {
	var list []Outline
	for i, part := range c.Of {
		if more := moreAlternatives(c, i); more != "" {
			return append(list, Outline{Words: more})
		}
		list = append(list, Layout(part))
	}
	return list
}

// heading says how many of several conditions are meant.
func heading(c report.Condition, denied bool) string {
	two := len(c.Of) == 2
	switch {
	case c.Op == report.All && denied && two:
		return "not both of these"
	case c.Op == report.All && denied:
		return "not all of these"
	case c.Op == report.All && two:
		return "both of these"
	case c.Op == report.All:
		return "all of these"
	case denied && two:
		return "neither of these"
	case denied:
		return "none of these"
	case two:
		return "either of these"
	}
	return "any of these"
}

func short(sentence string) bool { return utf8.RuneCountInString(sentence) <= maxSentence }

// Heading is the first line: the sentence, or the heading with a colon.
func (o Outline) Heading() string {
	if len(o.Parts) == 0 {
		return o.Words
	}
	return o.Words + ":"
}

// Lines writes the outline as lines, what belongs to a heading below it with a
// dash and two blanks to the right.
func (o Outline) Lines() []string {
	if len(o.Parts) == 0 {
		return []string{o.Heading()}
	}
	lines := []string{o.Heading()}
	for _, part := range o.Parts {
		for i, line := range part.Lines() {
			if i == 0 {
				line = "- " + line
			}
			lines = append(lines, "  "+line)
		}
	}
	return lines
}
