package html

import (
	"slices"
	"strconv"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/chapter"
)

// row is a row of the chart: a part of the Regulation and its verdicts.
type row struct {
	chapter.Part
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
		key := chapter.Of(o.ID, o.Article).Key
		if numbers[key] == nil {
			numbers[key] = map[report.Verdict]int{}
		}
		numbers[key][o.Verdict]++
		if number := chapter.Number(o.Article); number != "" && !slices.Contains(listed[key], number) {
			listed[key] = append(listed[key], number)
		}
	}
	var rows []row
	found := map[report.Verdict]bool{}
	for _, o := range obligations {
		found[o.Verdict] = true
	}
	for _, part := range chapter.All() {
		if numbers[part.Key] == nil {
			continue
		}
		row := row{Part: part, Listed: listed[part.Key]}
		for _, verdict := range verdictOrder() {
			n := numbers[part.Key][verdict]
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
