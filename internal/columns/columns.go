// Package columns sets tables for people: columns two blanks apart, without lines, as wide
// as what stands in them on a file or a pipe, and broken to fit on a terminal. Letters
// that are two columns wide, as those of Chinese and emoji are, count as two.
package columns

import (
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/dsaeval/dsaeval/internal/writing"
)

// Table collects rows. It is for one goroutine.
type Table struct {
	indent string
	head   []string
	rows   [][]string
	right  map[int]bool
	whole  map[int]bool
}

// New returns a table whose lines begin with an indent.
func New(indent string) *Table {
	return &Table{indent: indent, right: map[int]bool{}, whole: map[int]bool{}}
}

// Head sets the names of the columns.
func (t *Table) Head(cells ...string) { t.head = cells }

// Right sets columns, counted from 0, to the right, as numbers are.
func (t *Table) Right(columns ...int) {
	for _, c := range columns {
		t.right[c] = true
	}
}

// Whole keeps columns, counted from 0, from being broken, such as those of amounts.
func (t *Table) Whole(columns ...int) {
	for _, c := range columns {
		t.whole[c] = true
	}
}

// Row adds a row. What cells say stays on its line and steers no terminal.
func (t *Table) Row(cells ...any) {
	row := make([]string, len(cells))
	for i, cell := range cells {
		row[i] = writing.OneLine(fmt.Sprint(cell))
	}
	t.rows = append(t.rows, row)
}

const (
	gap = "  "
	// narrowest is the width below which no column is broken.
	narrowest = 10
)

// fixed takes the width of letters that some languages show wider from no environment: the
// same table is the same bytes everywhere.
var fixed = sync.OnceFunc(func() { text.OverrideRuneWidthEastAsianWidth(false) })

// Write writes the table for a number of columns, 0 if nothing limits it.
func (t *Table) Write(w io.Writer, width int) error {
	fixed()
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Box = table.BoxStyle{PaddingRight: gap}
	style.Format = table.FormatOptions{}
	inner := table.NewWriter()
	inner.SetStyle(style)
	inner.SetColumnConfigs(t.configs(width - len(t.indent)))
	if t.head != nil {
		inner.AppendHeader(row(t.head))
	}
	for _, cells := range t.rows {
		inner.AppendRow(row(cells))
	}
	var out strings.Builder
	for line := range strings.Lines(inner.Render() + "\n") {
		out.WriteString(strings.TrimRight(t.indent+line, " \n") + "\n")
	}
	if len(t.rows) == 0 && t.head == nil {
		return nil
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func row(cells []string) table.Row {
	list := make(table.Row, len(cells))
	for i, cell := range cells {
		list[i] = cell
	}
	return list
}

// configs are the columns, as wide as they may be.
func (t *Table) configs(width int) []table.ColumnConfig {
	widths := t.widths()
	if width > 0 {
		t.fit(widths, width)
	}
	list := make([]table.ColumnConfig, len(widths))
	for i, each := range widths {
		list[i] = table.ColumnConfig{Number: i + 1, WidthMax: each, WidthMaxEnforcer: text.WrapSoft}
		if t.right[i] {
			list[i].Align, list[i].AlignHeader = text.AlignRight, text.AlignRight
		}
	}
	return list
}

// widths are those of the widest cells.
func (t *Table) widths() []int {
	var widths []int
	for _, cells := range append([][]string{t.head}, t.rows...) {
		for i, cell := range cells {
			if i == len(widths) {
				widths = append(widths, 1)
			}
			widths[i] = max(widths[i], Width(cell))
		}
	}
	return widths
}

// fit takes from the widest column until all fit, and from the first one, which people
// copy, only when there is nothing left to take from the others.
func (t *Table) fit(widths []int, width int) {
	total := len(gap) * (len(widths) - 1)
	for _, each := range widths {
		total += each
	}
	for ; total > width; total-- {
		widest := -1
		for i := 1; i < len(widths); i++ {
			if !t.whole[i] && widths[i] > narrowest && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 && widths[0] > narrowest {
			widest = 0
		}
		if widest < 0 {
			return
		}
		widths[widest]--
	}
}

// Width is how many columns of a terminal a text takes.
func Width(s string) int {
	fixed()
	return text.StringWidth(s)
}

// Clip shortens a text to a number of columns and shows that it did.
func Clip(s string, columns int) string {
	fixed()
	if Width(s) <= columns {
		return s
	}
	return text.Trim(s, columns-1) + "…"
}
