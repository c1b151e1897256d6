package html

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
)

// part is a chapter of the Regulation or a section of Chapter III.
type part struct {
	key         string
	Name        string
	Subject     string
	first, last int // articles
}

// regulation is the structure of Regulation (EU) 2022/2065.
var regulation = []part{
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

// otherParts holds what users add to the obligations of the Regulation.
var otherParts = part{key: "other", Name: "Other obligations", Subject: "Not of the Regulation"}

// partOf tells where in the Regulation an obligation stands.
func partOf(id, article string) part {
	number, err := strconv.Atoi(number(article))
	if err != nil || !strings.HasPrefix(id, "dsa.") {
		return otherParts
	}
	for _, part := range regulation {
		if number >= part.first && number <= part.last {
			return part
		}
	}
	return otherParts
}

// number is an article without its paragraphs, empty if it has no number.
func number(article string) string {
	if i := strings.IndexFunc(article, func(r rune) bool { return r < '0' || r > '9' }); i >= 0 {
		return article[:i]
	}
	return article
}

// Articles is the range of articles, empty outside the Regulation.
func (p part) Articles() string {
	if p.first == 0 {
		return ""
	}
	return fmt.Sprintf("Arts %d–%d", p.first, p.last)
}

// Key names the part in the filter of the table.
func (p part) Key() string { return p.key }

// row is a row of the chart: a part of the Regulation and its verdicts.
type row struct {
	part
	Counts []count
	Total  int
	// Listed are the articles of the part that have obligations.
	Listed []string
}

// count is the number of obligations with a verdict, and a piece of a bar.
type count struct {
	Verdict report.Verdict
	N       int
	// X and Width place the piece, in percent of the bar.
	X, Width string
	// Anywhere is true if the verdict is one of the report, here or elsewhere.
	Anywhere bool
}

// verdictOrder is the order of the pieces: what needs attention comes first.
func verdictOrder() []report.Verdict {
	return []report.Verdict{report.Breach, report.Undetermined, report.Compliant, report.NotApplicable}
}

// chart counts the verdicts by part of the Regulation. Each bar is as long as the
// others, so that what shares there are is seen of small parts too; the numbers say how
// many obligations they are.
func chart(obligations []report.Obligation) []row {
	numbers := map[string]map[report.Verdict]int{}
	listed := map[string][]string{}
	for _, o := range obligations {
		key := partOf(o.ID, o.Article).key
		if numbers[key] == nil {
			numbers[key] = map[report.Verdict]int{}
		}
		numbers[key][o.Verdict]++
		if number := number(o.Article); number != "" && !slices.Contains(listed[key], number) {
			listed[key] = append(listed[key], number)
		}
	}
	var rows []row
	found := map[report.Verdict]bool{}
	for _, o := range obligations {
		found[o.Verdict] = true
	}
	for _, part := range slices.Concat(regulation, []part{otherParts}) {
		if numbers[part.key] == nil {
			continue
		}
		row := row{part: part, Listed: listed[part.key]}
		for _, verdict := range verdictOrder() {
			n := numbers[part.key][verdict]
			row.Counts = append(row.Counts, count{Verdict: verdict, N: n, Anywhere: found[verdict]})
			row.Total += n
		}
		rows = append(rows, row)
	}
	for i := range rows {
		before := 0
		for j := range rows[i].Counts {
			piece := &rows[i].Counts[j]
			piece.X, piece.Width = percent(before, rows[i].Total), percent(piece.N, rows[i].Total)
			before += piece.N
		}
	}
	return rows
}

func percent(n, of int) string {
	return strconv.FormatFloat(100*float64(n)/float64(of), 'f', 2, 64) + "%"
}
