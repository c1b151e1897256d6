package words

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/asked"
)

// Cite names a provision: an article of the Regulation as it is cited, a rule of a
// house by its own name. Loading sees to it that only the former begins with a number.
func Cite(article string) string {
	if article != "" && '0' <= article[0] && article[0] <= '9' {
		return "Art. " + article
	}
	return article
}

// Provision names what an obligation stands in, and says of a rule that is none of
// the Regulation whose it is.
func Provision(article string, origin report.Origin) string {
	if !origin.House {
		return Cite(article)
	}
	return Cite(article) + " (" + House(origin) + ")"
}

// LegalBasis writes art52.3_or_art74.1 as people cite it.
func LegalBasis(basis string) string {
	cited := strings.Split(basis, "_or_")
	for i, provision := range cited {
		article, ok := strings.CutPrefix(provision, "art")
		if !ok {
			continue
		}
		number, rest, _ := strings.Cut(article, ".")
		for step := range strings.SplitSeq(rest, ".") {
			if step != "" {
				number += "(" + step + ")"
			}
		}
		cited[i] = Cite(number)
	}
	return strings.Join(cited, " or ")
}

// House says whose a rule is that is none of the Regulation, and identifies it.
func House(origin report.Origin) string {
	said := fmt.Sprintf("rule of %s, not of the Regulation; SHA-256 %.12s", origin.Name, origin.SHA256)
	if origin.About != "" {
		said += "; says it is about " + origin.About
	}
	return said
}

// Whose says whose a rule is.
func Whose(origin report.Origin) string {
	if !origin.House {
		return report.Regulation
	}
	return House(origin)
}

// Provisions lists provisions in one line, as [Articles] does: first those of the
// Regulation, as they are cited, then those of a house.
func Provisions(articles []string) string {
	var numbers, others, parts []string
	for _, article := range articles {
		if Cite(article) == article {
			others = append(others, article)
		} else {
			numbers = append(numbers, article)
		}
	}
	if len(numbers) > 0 {
		parts = append(parts, "Art. "+Articles(numbers))
	}
	if len(others) > 0 {
		parts = append(parts, Articles(others))
	}
	return strings.Join(parts, ", ")
}

// maxArticles is how many articles stand in one line.
const maxArticles = 8

// Articles lists provisions in one line, each once. Several obligations can be of
// one.
func Articles(articles []string) string {
	var each []string
	obligations := map[string]int{}
	for _, article := range articles {
		if obligations[article] == 0 {
			each = append(each, article)
		}
		obligations[article]++
	}
	more := len(each) - maxArticles
	each = each[:min(len(each), maxArticles)]
	for i, article := range each {
		if n := obligations[article]; n > 1 {
			each[i] = fmt.Sprintf("%s (%d obligations)", article, n)
		}
	}
	said := strings.Join(each, ", ")
	if more > 0 {
		said += fmt.Sprintf(" and %d more", more)
	}
	return said
}

// Waiting says for what a fact is asked: the articles whose obligations wait for it
// and, where that is all it decides, that it is whether they apply.
func Waiting(fact *asked.Fact) string {
	provisions := make([]string, len(fact.Obligations))
	for i, o := range fact.Obligations {
		provisions[i] = o.Article
	}
	where, n := wholeArticles(provisions), len(provisions)
	switch gates := fact.Gates == n; {
	case gates && n == 1:
		return "decides whether " + where + " applies"
	case gates:
		return "decides whether " + Number(n) + " obligations apply: " + where
	case n == 1:
		return where
	}
	return where + ", " + Number(n) + " obligations"
}

// wholeArticles lists the articles that provisions are of, without their paragraphs:
// "Art. 26, 28 and 39". What is no article of a law stays as it is.
func wholeArticles(provisions []string) string {
	var numbers, others []string
	for _, p := range provisions {
		number, _, _ := strings.Cut(p, "(")
		switch {
		case number == "" || strings.Trim(number, "0123456789") != "":
			if !slices.Contains(others, p) {
				others = append(others, p)
			}
		case !slices.Contains(numbers, number):
			numbers = append(numbers, number)
		}
	}
	if len(provisions) == 1 && len(numbers) == 1 {
		return "Art. " + provisions[0]
	}
	if more := len(numbers) - maxArticles; more > 0 {
		numbers = append(numbers[:maxArticles], fmt.Sprintf("%d more", more))
	}
	if len(numbers) > 0 {
		others = append([]string{"Art. " + list(numbers)}, others...)
	}
	return strings.Join(others, ", ")
}
