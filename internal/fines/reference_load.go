package fines

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
	"github.com/dsaeval/dsaeval/policies"
)

// referenceFile is the part of a model file that only such a model has.
type referenceFile struct {
	Table       text        `yaml:"table"`
	Laws        []text      `yaml:"laws"`
	OtherLevel  []text      `yaml:"at_another_level"`
	Probability text        `yaml:"probability"`
	Turnover    between     `yaml:"turnover"`
	Closed      closedFile  `yaml:"closed"`
	Themes      []themeFile `yaml:"themes"`
}

type between struct {
	From text `yaml:"from"`
	To   text `yaml:"to"`
}

type closedFile struct {
	WithFine        text `yaml:"with_a_fine"`
	WithCommitments text `yaml:"with_commitments"`
	Source          text `yaml:"source"`
}

type themeFile struct {
	Theme    text   `yaml:"theme"`
	Articles []text `yaml:"articles"`
}

// reference reads the part of the file and fits the decisions. Tables are looked
// for beside the file, then among those built in.
func (l *loader) reference(m *Model, files fs.FS) {
	r := l.file.Reference
	if r == nil {
		l.complain(l.file.Kind, "kind is reference, but reference is missing")
		return
	}
	near := orNear(r.Table, l.file.Kind)
	l.required(near, "reference", map[string]text{
		"table": r.Table, "probability": r.Probability, "turnover.from": r.Turnover.From, "turnover.to": r.Turnover.To,
	})
	if len(l.problems) > 0 {
		return
	}
	ref := &reference{table: r.Table.Text, stated: r.Probability.Text, themes: map[string][]string{}}
	number := func(t text, missing string) Decimal {
		d, err := exact.Parse(cmp.Or(t.Text, missing))
		if err != nil || d.Sign() < 0 {
			l.complain(orNear(t, near), "reference: %q is no number of 0 or more", document.Shorten(t.Text))
		}
		return d
	}
	ref.probability = number(r.Probability, "").Float()
	if ref.probability < 0.5 || ref.probability > 0.99 {
		l.complain(r.Probability, "reference: probability is %s; expected 0.5 to 0.99", document.Shorten(r.Probability.Text))
	}
	ref.from, ref.to = number(r.Turnover.From, ""), number(r.Turnover.To, "")
	if ref.from.Cmp(ref.to) >= 0 {
		l.complain(r.Turnover.From, "reference: turnover begins at %s, not below its end of %s", ref.from, ref.to)
	}
	ref.closed = report.Closed{
		WithFine: int(number(r.Closed.WithFine, "0").Float()), WithCommitments: int(number(r.Closed.WithCommitments, "0").Float()),
		Source: oneLine(r.Closed.Source),
	}
	for _, law := range r.Laws {
		ref.laws = append(ref.laws, law.Text)
	}
	for _, law := range r.OtherLevel {
		ref.otherLevel = append(ref.otherLevel, law.Text)
	}
	for _, t := range r.Themes {
		for _, article := range t.Articles {
			ref.themes[article.Text] = append(ref.themes[article.Text], t.Theme.Text)
		}
	}
	content, err := readTable(files, r.Table.Text)
	if err != nil {
		l.complain(r.Table, "reference: table %s: %v", document.Shorten(r.Table.Text), err)
		return
	}
	l.table = content
	if ref.all, err = readDecisions(r.Table.Text, content); err != nil {
		if problems, ok := err.(document.Problems); ok {
			l.problems = append(l.problems, problems...)
		}
		return
	}
	if ref.rows = under(ref.all, ref.laws); len(l.problems) > 0 {
		return
	}
	if len(ref.rows) < leastSeen {
		l.complain(r.Table, "reference: %v: %d under %s", errFewDecisions, len(ref.rows), strings.Join(ref.laws, ", "))
		return
	}
	if ref.fit, ref.row, err = ref.fitted(ref.all); err != nil {
		l.complain(r.Table, "reference: %v", err)
		return
	}
	m.reference = ref
}

// maxTable is the size of a table in bytes.
const maxTable = 1 << 20

func readTable(files fs.FS, name string) ([]byte, error) {
	if !fs.ValidPath(name) || path.Base(name) != name {
		return nil, fmt.Errorf("expected the name of a file beside the model")
	}
	var content []byte
	err := fs.ErrNotExist
	if files != nil {
		content, err = fs.ReadFile(files, name)
	}
	if err != nil {
		content, err = fs.ReadFile(policies.FS(), "fines/"+name)
	}
	if err == nil && len(content) > maxTable {
		return nil, fmt.Errorf("%d bytes; a table has at most %d", len(content), maxTable)
	}
	return content, err
}

// under returns the decisions under some laws, all if none is named.
func under(rows []published, laws []string) []published {
	var list []published
	for _, d := range rows {
		if len(laws) == 0 || slices.Contains(laws, d.law) {
			list = append(list, d)
		}
	}
	return list
}
