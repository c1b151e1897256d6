package fines

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/exact"
	"github.com/dsaeval/dsaeval/internal/lists"
)

// reference is a model of published decisions, ready to use.
type reference struct {
	table       string
	all         []published // the whole table
	rows        []published // those under the laws of the model, in the order of the table
	laws        []string
	otherLevel  []string // laws whose decisions are fitted with a term of their own
	probability float64
	stated      string // the probability as the file has it
	from, to    Decimal
	closed      report.Closed
	themes      map[string][]string // by Article
	fit         *fit
	row         func(x float64) []float64
}

// fitted fits the decisions that the model takes from a table, in its order. The
// design of a further decision, of a turnover, comes with it.
func (r *reference) fitted(table []published) (*fit, func(x float64) []float64, error) {
	terms := []term{theTurnover}
	level := term{"at another level", func(d published) (float64, bool) {
		if slices.Contains(r.otherLevel, d.law) {
			return 1, true
		}
		return 0, true
	}}
	rows := under(table, r.laws)
	if len(r.otherLevel) > 0 {
		rows = under(table, slices.Concat(r.laws, r.otherLevel))
	}
	others := slices.ContainsFunc(rows, func(d published) bool { return slices.Contains(r.otherLevel, d.law) })
	if others {
		terms = append(terms, level)
	}
	f, err := fitTo(rows, terms...)
	return f, func(x float64) []float64 {
		if others {
			return []float64{1, x, 0}
		}
		return []float64{1, x}
	}, err
}

// words says a probability as a share of fines: four of five.
func (r *reference) words() string {
	names := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	for of := 2; of <= 10; of++ {
		share := r.probability * float64(of)
		if math.Abs(share-math.Round(share)) < 1e-9 {
			return names[int(math.Round(share))] + " of " + names[of]
		}
	}
	return strconv.FormatFloat(100*r.probability, 'f', -1, 64) + " of a hundred"
}

// absent says why there is no range; empty if there is one.
func (r *reference) absent(j *job, list []infringement) string {
	b := j.headline[turnover]
	switch {
	case !slices.ContainsFunc(list, func(i infringement) bool { return i.percent == lawful().fine.percent }):
		return "no decision is published on an infringement with the cap of 1 % alone"
	case j.designated == "none":
		return "the service is not designated: fines of the Member States are not in the table of published decisions"
	case j.designated == "":
		return "it is not known whether the service is designated: fines of the Member States are not in the table of published decisions"
	case b == nil:
		return "no turnover is known"
	case b.money.currency != euro:
		from := b.money.currency
		if b.given != nil {
			from = b.given.currency // a rate for what it became would convert nothing
		}
		return fmt.Sprintf("the published fines are in euro and the turnover is in %s; give a rate of the form EUR/%s=RATE@DATE SOURCE", b.money.currency, from)
	case b.money.amount.Cmp(r.from) < 0, b.money.amount.Cmp(r.to) > 0:
		return fmt.Sprintf("no decision about a service of this size: the published ones are about turnovers of EUR %s to %s bn",
			billions(r.from), billions(r.to))
	}
	return ""
}

func billions(d Decimal) string { return exact.Must(d.Div(exact.Int(1_000_000_000))).Displayed() }

// indicative is the range of the model for a case. The decisions are about whole
// cases, so that the range is one for all infringements of a decision.
func (r *reference) indicative(m *Model, j *job, list []infringement, caps capsOf) *report.Indicative {
	result := &report.Indicative{
		Model: m.Name, Title: m.Title, Kind: m.Kind, SHA256: m.SHA256, Caveats: m.Caveats, Calculations: []report.Calculation{},
		Decision: "one range for the whole decision: the published fines are those of whole decisions, and the number of Articles does not foretell them",
	}
	amount := j.headline[turnover].money.amount
	row := r.row(math.Log(amount.Float()))
	c := below{of: r.fit.at(row), limit: math.Log(caps.decision.amount.Float())}
	tail := (1 - r.probability) / 2
	result.Low = shown(c.quantile(tail), caps.decision)
	result.Central = shown(c.quantile(0.5), caps.decision)
	result.High = shown(c.quantile(1-tail), caps.decision)
	result.Capped = c.share() < 0.999
	result.Reference = &report.Reference{
		Probability: r.stated, Words: r.words() + " comparable fines would lie between", Decisions: len(r.rows), Laws: lists.OrEmpty(r.laws), AtAnotherLevel: r.fit.n - len(r.rows),
		Closed: r.closed, Turnover: j.headline[turnover].money.nearest().String(),
		Nearest: r.nearest(j, list, amount.Float()), Others: r.others(), Steps: r.steps(c, row, amount, result),
	}
	return result
}

// significant is how many digits a figure of the model has: more would claim what
// it does not know.
const significant = 3

// shown rounds a fine to three digits, never above the cap.
func shown(fine float64, limit money) string {
	d := exact.MustParse(strconv.FormatFloat(fine, 'f', 2, 64))
	whole, _, _ := strings.Cut(d.String(), ".")
	if places := len(whole) - significant; places > 0 {
		d = d.Rounded(int32(-places), "half_even")
	}
	return money{d.Min(limit.amount), limit.currency}.nearest().String()
}

// steps is the calculation, one line each, so that a reader can do it again.
func (r *reference) steps(c below, row []float64, turnover Decimal, i *report.Indicative) []report.FitStep {
	f := r.fit
	number := func(x float64, digits int) string { return strconv.FormatFloat(x, 'f', digits, 64) }
	tail := (1 - r.probability) / 2
	t := c.of
	steps := []report.FitStep{
		{Name: "decisions", Value: strconv.Itoa(len(r.rows)), Reason: "rows of " + r.table + " under " + strings.Join(r.laws, ", ") + ", one for each decision about one undertaking"},
		{Name: "b", Value: fmt.Sprintf("%s (standard error %s)", number(f.coefficients[1], 3), number(f.error(1), 3)), Reason: "slope of ln(fine) on ln(turnover), both in EUR, by least squares: ten times the turnover, " + number(math.Pow(10, f.coefficients[1]), 1) + " times the fine"},
		{Name: "a", Value: number(f.coefficients[0], 3), Reason: "constant of the same line"},
		{Name: "s", Value: number(f.sigma, 3), Reason: "standard deviation of the residuals, with " + number(f.freedom, 0) + " degrees of freedom"},
		{Name: "ln(turnover)", Value: number(row[1], 3), Reason: "of EUR " + turnover.Rounded(0, "half_even").String()},
		{Name: "a + b ln(turnover)", Value: number(t.Mu, 3), Reason: "the line at this turnover, which is EUR " + millions(math.Exp(t.Mu))},
		{Name: "spread", Value: number(t.Sigma, 3), Reason: "s, and the uncertainty of the line at this turnover: scale of Student's t with " + number(t.Nu, 0) + " degrees of freedom"},
		{Name: "cap", Value: number(c.limit, 3), Reason: "ln of the statutory cap of the decision; " + number(100*c.share(), 1) + " % of Student's t lies below and is taken as the whole"},
		{Name: "low", Value: i.Low, Reason: fmt.Sprintf("the fine that %s %% of comparable fines stay below, to three digits", number(100*tail, 0))},
		{Name: "central", Value: i.Central, Reason: "the fine that half of them stay below"},
		{Name: "high", Value: i.High, Reason: fmt.Sprintf("the fine that %s %% of them stay below", number(100*(1-tail), 0))},
	}
	if others := f.n - len(r.rows); others > 0 {
		level := report.FitStep{Name: "c", Value: number(f.coefficients[2], 3), Reason: fmt.Sprintf("term of the %d decisions under %s, which sit at another level and tell the slope; not of this service", others, strings.Join(r.otherLevel, ", "))}
		steps = slices.Insert(steps, 3, level)
	}
	return steps
}
