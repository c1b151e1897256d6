// Package chapter is the structure of Regulation (EU) 2022/2065, by which obligations
// are shown together.
package chapter

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Part is a chapter of the Regulation or a section of Chapter III.
type Part struct {
	Key         string // names the part in addresses and filters
	Name        string
	Subject     string
	first, last int // articles
}

var regulation = []Part{
	{"1", "Chapter I", "General provisions", 1, 3},
	{"2", "Chapter II", "Liability of providers", 4, 10},
	{"3-1", "Chapter III, Section 1", "All providers of intermediary services", 11, 15},
	{"3-2", "Chapter III, Section 2", "Hosting services", 16, 18},
	{"3-3", "Chapter III, Section 3", "Online platforms", 19, 28},
	{"3-4", "Chapter III, Section 4", "Online marketplaces", 29, 32},
	{"3-5", "Chapter III, Section 5", "Very large platforms and search engines", 33, 43},
	{"3-6", "Chapter III, Section 6", "Standards, codes and protocols", 44, 48},
	{"4", "Chapter IV", "Supervision and enforcement", 49, 88},
	{"5", "Chapter V", "Final provisions", 89, 93},
}

// others holds what users add to the obligations of the Regulation.
var others = Part{Key: "other", Name: "Other obligations", Subject: "Not of the Regulation"}

// All are the parts in their order, last the one that is none of the Regulation.
func All() []Part { return append(slices.Clone(regulation), others) }

// Of tells where in the Regulation an obligation stands.
func Of(id, article string) Part {
	number, err := strconv.Atoi(Number(article))
	if err != nil || !strings.HasPrefix(id, "dsa.") {
		return others
	}
	for _, part := range regulation {
		if number >= part.first && number <= part.last {
			return part
		}
	}
	return others
}

// Number is an article without its paragraphs, empty if it has no number.
func Number(article string) string {
	if i := strings.IndexFunc(article, func(r rune) bool { return r < '0' || r > '9' }); i >= 0 {
		return article[:i]
	}
	return article
}

// Articles is the range of articles, empty outside the Regulation.
func (p Part) Articles() string {
	if p.first == 0 {
		return ""
	}
	return fmt.Sprintf("Arts %d–%d", p.first, p.last)
}
