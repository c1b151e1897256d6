package fines

import (
	"strings"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/policies/law"
)

// idParts takes an id of the Regulation apart: dsa.art34.1a.b is of Article 34,
// paragraph 1, with the letter a, and goes on with .b. Those of other laws, and an Article
// without a number, are none. They are read by hand: expressions took a tenth of the
// time of a document.
func idParts(id string) (article, paragraph, letter, rest string, ok bool) {
	rest, ok = strings.CutPrefix(id, "dsa.art")
	if article, rest = number(rest); article == "" || !ok {
		return "", "", "", "", false
	}
	letter, rest = lowerCase(rest)
	article += letter
	after, separated := strings.CutPrefix(rest, ".")
	if paragraph, after = number(after); !separated || paragraph == "" {
		return article, "", "", rest, true
	}
	letter, rest = lowerCase(after)
	return article, paragraph, letter, rest, true
}

// number cuts the digits from the beginning of a text.
func number(s string) (digits, rest string) {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return s[:n], s[n:]
}

// lowerCase cuts one letter from the beginning of a text, if there is one.
func lowerCase(s string) (letter, rest string) {
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		return s[:1], s[1:]
	}
	return "", s
}

// paragraphOf returns the article paragraph of an id: dsa.art34.1.a is part of
// dsa.art34.1. Ids of other laws stand for themselves.
func paragraphOf(id string) string {
	_, paragraph, _, rest, _ := idParts(id)
	if paragraph != "" && (rest == "" || rest[0] == '.') {
		return id[:len(id)-len(rest)]
	}
	return id
}

// unitOf returns what an obligation is fined with, as it is cited: its Article, or the
// duty of one that holds several. Ids of other laws stand for themselves.
func unitOf(id string, unit fine.Unit) string {
	article, digits, _, _, ok := idParts(id)
	if !ok {
		return id
	}
	switch {
	case digits == "":
		return article
	case unit == fine.ByParagraph:
		return article + "(" + digits + ")"
	}
	return law.InfringementsRead().DutyOf(article, digits)
}
