package render

import (
	"errors"
	"fmt"
	"io"

	"github.com/dsaeval/dsaeval/engine/report"
)

// ErrNoReport is the error of writing no report at all. A paper about nothing
// would be taken for one that says that nothing is wrong.
var ErrNoReport = errors.New("there is no report to write")

// errNoFine is the error of writing the amounts of a report that has none.
var errNoFine = errors.New("nothing is at stake that could be written")

var errNoWriter = errors.New("there is nothing to write to")

// Write writes one or several reports as one document, as a [Writer] does. It changes
// none of them, and gives the same bytes for the same reports. What it refuses it
// refuses before it writes anything. The error is an *UnknownFormat,
// ErrNoReport, a *report.TooLittleDetail, one that names a report that is nil, or that of w.
func Write(w io.Writer, format Format, reports []*report.Report, options ...Option) error {
	if w == nil {
		return errNoWriter
	}
	if len(reports) == 0 {
		return ErrNoReport
	}
	out, err := NewWriter(w, format, options...)
	for i, r := range reports {
		switch {
		case r == nil:
			return fmt.Errorf("report %d of %d is nil", i+1, len(reports))
		case err == nil:
			err = enough(format, r)
		}
	}
	if err != nil {
		return err
	}
	for _, r := range reports {
		if err := out.Add(r); err != nil {
			return err
		}
	}
	return out.Close()
}

// enough refuses a report of which less was worked out than a format shows. JSON says
// how much there is, and a table has no columns for what there is not; in any other,
// what nobody looked for would read as if there were none.
func enough(format Format, r *report.Report) error {
	if format == CSV {
		return nil
	}
	if err := r.RequireFine(string(format)); err != nil || format == JSON {
		return err
	}
	return r.Require(report.DetailFull, string(format))
}

// Option changes how reports are written.
type Option func(o *writeOptions)

// Width breaks the lines of Text, and of [Fine], at blanks so that they fit into so many columns.
// Other formats are not changed by it, as programs read them.
func Width(columns int) Option { return func(o *writeOptions) { o.width = columns } }

// Colour gives the headings of Text the colours of a terminal. Other formats are
// not changed by it.
func Colour() Option { return func(o *writeOptions) { o.colour = true } }

// UpTo gives CSV the columns of a level of detail, and no others, also where the reports
// have more. Other formats are not changed by it.
func UpTo(d report.Detail) Option { return func(o *writeOptions) { o.upTo = d } }

type writeOptions struct {
	width  int // of Text, in columns; 0 breaks nothing
	colour bool
	order  Order         // of all that is open; empty for the next questions alone
	upTo   report.Detail // of CSV
	hints  Hints         // of Text
}

func chosen(options []Option) (o writeOptions) {
	for _, option := range options {
		if option != nil {
			option(&o)
		}
	}
	return o
}

// Order says how Text lists what is open.
type Order string

// The orders.
const (
	// ByObligation: each obligation with its title, and what it waits for.
	ByObligation Order = "obligation"
	// ByFact: each fact with its question, and what it decides.
	ByFact Order = "fact"
)

// Orders lists the orders, the default first.
func Orders() []Order { return []Order{ByObligation, ByFact} }

// All has Text list everything that is open in an order, and not the next questions
// alone. Other formats are not changed by it.
func All(order Order) Option { return func(o *writeOptions) { o.order = order } }
