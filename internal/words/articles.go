package words

import (
	"fmt"
	"slices"
	"strings"
)

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

// WholeArticles lists the articles that provisions are of, without their paragraphs,
// and of how many obligations they are: "Art. 26, 28 and 39, 15 obligations". What
// is no article of a law stays as it is.
func WholeArticles(provisions []string) string {
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
	text := strings.Join(others, ", ")
	if len(provisions) > 1 {
		text += ", " + Number(len(provisions)) + " obligations"
	}
	return text
}
