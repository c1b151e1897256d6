package fines

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/internal/currency"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
)

// published is one published decision about one undertaking: a row of the table
// that a reference model is computed from.
type published struct {
	name, undertaking, date, law string
	// articles are those infringed, as they are cited; empty where the source does
	// not list them, and then count is 0 as well.
	articles []string
	count    int
	themes   []string
	months   int  // that the infringement lasted; 0 if not known
	earlier  *int // decisions before it; nil if not known

	capPercent float64
	fine       float64 // EUR
	// low and high are the turnovers in EUR that may have been the base. They
	// differ only where the base is not public.
	low, high float64
	exact     struct{ fine, low, high Decimal }

	year, source, confidence, note string
}

// turnover is the one taken: the geometric mean of those that may have been the
// base, so that one decision stays one row.
func (d published) turnover() float64 { return math.Sqrt(d.low * d.high) }

// x and y are what the fit relates.
func (d published) x() float64 { return math.Log(d.turnover()) }
func (d published) y() float64 { return math.Log(d.fine) }

// limit is the logarithm of the statutory cap of the case. Where the turnover is
// not public it is that of the largest, which no reading exceeds.
func (d published) limit() float64 { return math.Log(d.high * d.capPercent / 100) }

// decisionColumns are the columns of a table, in any order. A new decision is one
// row.
var decisionColumns = []string{
	"case", "undertaking", "date", "law", "articles", "count", "themes", "months", "recurrent", "cap_percent", "fine_eur",
	"turnover", "turnover_high", "currency", "base_year", "rate", "rate_source", "source", "confidence", "note",
}

// readDecisions reads a table. What is wrong is returned as [document.Problems] with the
// line.
func readDecisions(name string, content []byte) ([]published, error) {
	// Spreadsheets begin a file with a mark of its encoding.
	reader := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\ufeff"))))
	header, err := reader.Read()
	if err != nil {
		return nil, document.Problems{{Position: document.Position{File: name, Line: 1, Column: 1}, Message: fmt.Sprintf("no table of decisions: %v", err)}}
	}
	for _, column := range decisionColumns {
		if !slices.Contains(header, column) {
			return nil, document.Problems{{Position: document.Position{File: name, Line: 1, Column: 1}, Message: "there is no column " + column, Hint: "columns: " + strings.Join(decisionColumns, ", ")}}
		}
	}
	var rows []published
	var problems document.Problems
	for {
		fields, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		line, _ := reader.FieldPos(0)
		if err != nil {
			return nil, document.Problems{{Position: document.Position{File: name, Line: max(line, 1), Column: 1}, Message: err.Error()}}
		}
		row := decisionRow{name: name, line: line, fields: map[string]string{}}
		for i, column := range header {
			row.fields[column] = strings.TrimSpace(fields[i])
		}
		d := row.read()
		if slices.ContainsFunc(rows, func(other published) bool { return same(d, other) }) {
			row.complain("case", "%s of %s stands in the table twice", d.name, d.date)
		}
		rows = append(rows, d)
		problems = append(problems, row.problems...)
	}
	if err := problems.Sorted().Err(); err != nil {
		return nil, err
	}
	return rows, nil
}

type decisionRow struct {
	name     string
	line     int
	fields   map[string]string
	problems document.Problems
}

func (r *decisionRow) complain(column, format string, args ...any) {
	r.problems = append(r.problems, document.Problem{Position: document.Position{File: r.name, Line: r.line, Column: 1}, Message: column + ": " + fmt.Sprintf(format, args...)})
}

func (r *decisionRow) read() published {
	f := r.fields
	for _, column := range []string{"case", "undertaking", "law", "base_year", "source", "confidence"} {
		if f[column] == "" {
			r.complain(column, "is missing")
		}
	}
	if !document.IsDate(f["date"]) {
		r.complain("date", "%q is not a calendar day YYYY-MM-DD", document.Shorten(f["date"]))
	}
	d := published{
		name: f["case"], undertaking: f["undertaking"], date: f["date"], law: f["law"], year: f["base_year"],
		articles: listed(f["articles"]), themes: listed(f["themes"]), source: f["source"], confidence: f["confidence"], note: f["note"],
		count: r.whole("count"), months: r.whole("months"),
		capPercent: r.positive("cap_percent").Float(),
	}
	if n := f["recurrent"]; n != "" {
		earlier := r.whole("recurrent")
		d.earlier = &earlier
	}
	if err := currency.Check(f["currency"]); err != nil {
		r.complain("currency", "%v", err)
	}
	rate := exact.Int(1)
	if f["currency"] != euro {
		rate = r.positive("rate")
		if f["rate_source"] == "" {
			r.complain("rate_source", "is missing")
		}
	}
	d.exact.fine = r.positive("fine_eur")
	low := r.positive("turnover")
	high := r.number("turnover_high", low.String())
	if len(r.problems) > 0 {
		return d
	}
	d.exact.low, d.exact.high = exact.Must(low.Div(rate)), exact.Must(high.Div(rate))
	d.fine, d.low, d.high = d.exact.fine.Float(), d.exact.low.Float(), d.exact.high.Float()
	if d.high < d.low {
		r.complain("turnover_high", "%s is below the turnover of %s", high, low)
	}
	if d.fine > d.high*d.capPercent/100 {
		r.complain("fine_eur", "%s is above %s %% of the turnover", d.exact.fine, f["cap_percent"])
	}
	return d
}

func (r *decisionRow) number(column, missing string) Decimal {
	text := r.fields[column]
	if text == "" {
		text = missing
	}
	d, err := exact.Parse(text)
	if err != nil {
		r.complain(column, "%v", err)
	} else if d.Sign() < 0 {
		r.complain(column, "%s is below 0", d)
	}
	return d
}

// whole is a count, 0 where it is not known.
func (r *decisionRow) whole(column string) int {
	d := r.number(column, "0")
	n, err := strconv.Atoi(d.String())
	if err != nil {
		r.complain(column, "%q; expected a whole number", document.Shorten(r.fields[column]))
	}
	return n
}

func (r *decisionRow) positive(column string) Decimal {
	d := r.number(column, "0")
	if d.Sign() <= 0 {
		r.complain(column, "%q; expected more than 0", document.Shorten(r.fields[column]))
		return exact.Int(1)
	}
	return d
}

// listed takes a list apart that is joined by semicolons.
func listed(text string) []string {
	var list []string
	for part := range strings.SplitSeq(text, ";") {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}

// millions writes an amount for people: EUR 1 200 m.
func millions(amount float64) string {
	return strconv.FormatFloat(math.Round(amount/1e6), 'f', -1, 64) + " m"
}
