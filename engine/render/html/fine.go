package html

import (
	"math/big"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// fine is what is at stake, as the templates take it. Amounts are the exact
// strings of the report; only the length of a bar is ever rounded.
type fine struct {
	Currency   string
	Turnover   string
	TurnoverOf string
	PerDay     string
	Now        *stake
	// Undetermined and Ahead are what further breaches would put at stake.
	Undetermined *stake
	Ahead        *stake
	Missing      []string
	Readings     []report.FineReading
	Notes        []string
	Doubts       []string
	// Bases are the annual figures, if there are several to choose from.
	Bases []report.Base
}

// stake is what one set of obligations puts at stake.
type stake struct {
	PerDecision string
	Sum         string // of the caps of all infringements
	Sentence    string // what it comes to, in one line
	Chart       *picture
	Caps        []limit
	Models      []model // the one that was asked for, then the others
	NoRange     string  // why there is no model
	Merged      []merged
}

// limit is the cap of some infringements that have the same.
type limit struct {
	Amount      string
	Articles    []string
	Basis       string
	Percent     string
	Obligations []obligation
	Bar         bar
}

// model is the range of a model.
type model struct {
	report.Indicative
	// Bar is drawn to the scale of the cap, Close to that of the range itself.
	Bar, Close bar
	Shares     []share
}

// share is the range of some infringements that have the same.
type share struct {
	Obligations        []obligation
	Low, Central, High string
	Bar                bar
}

// merged is an obligation that is not fined on its own.
type merged struct {
	Obligation obligation
	Into       []obligation
	Because    string
}

// titled is a stake with what its template needs besides.
type titled struct {
	Title    string
	Currency string
	Stake    *stake
	Full     bar
}

// Picture puts a title over a stake.
func (v *view) Picture(s *stake, title string) titled {
	return titled{Title: title, Currency: v.Fine.Currency, Stake: s, Full: bar{X: "0%", Width: "100%", Mark: "100%"}}
}

// fineOf prepares what is at stake, nil if nothing was computed.
func fineOf(v *view) *fine {
	r := v.Report.Fine
	if r == nil {
		return nil
	}
	f := &fine{
		Currency: known(r.Currency), Turnover: known(r.Turnover), TurnoverOf: known(r.TurnoverOf),
		PerDay: known(r.PeriodicPenaltyPerDay), Missing: r.Missing, Notes: r.Notes, Doubts: r.Doubts, Readings: r.Readings,
		Now: stakeOf(v, &r.Stake), Undetermined: stakeOf(v, r.IfUndetermined), Ahead: stakeOf(v, r.IfApplicable),
	}
	if len(r.Bases) > 1 {
		f.Bases = r.Bases
	}
	return f
}

func known(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// stakeOf converts one set of obligations; nil where no cap is known.
func stakeOf(v *view, from *report.Stake) *stake {
	if from == nil || from.StatutoryCap == nil {
		return nil
	}
	s := &stake{
		PerDecision: from.StatutoryCap.PerDecision, Sum: from.StatutoryCap.SumOfInfringements, NoRange: known(from.NoRange),
	}
	scale := amountOf(s.PerDecision)
	for _, c := range from.StatutoryCap.PerInfringement {
		basis := strings.ReplaceAll(words.LegalBasis(c.Basis), "Art. ", "Art.\u00a0")
		i := slices.IndexFunc(s.Caps, func(have limit) bool {
			return have.Amount == c.Cap && have.Basis == basis && have.Percent == c.Percent
		})
		if i < 0 {
			i = len(s.Caps)
			s.Caps = append(s.Caps, limit{Amount: c.Cap, Basis: basis, Percent: c.Percent, Bar: barOf("0", c.Cap, c.Cap, scale)})
		}
		s.Caps[i].Obligations = append(s.Caps[i].Obligations, v.obligation(c.Obligation))
		if c.Article != "" && c.Article != c.Obligation {
			s.Caps[i].Articles = append(s.Caps[i].Articles, c.Article)
		}
	}
	s.Sentence = writing.Capital(words.Stake(v.Report.Fine, *from)) + "."
	if from.Indicative != nil {
		s.Chart = pictureOf(*from.Indicative, s.PerDecision, known(v.Report.Fine.Currency))
		s.Models = append(s.Models, modelOf(v, *from.Indicative, scale))
	}
	for _, m := range from.Comparisons {
		s.Models = append(s.Models, modelOf(v, m, scale))
	}
	for _, m := range from.Merged {
		s.Merged = append(s.Merged, merged{v.obligation(m.Obligation), v.obligations(m.Into), m.Because})
	}
	return s
}

func modelOf(v *view, from report.Indicative, scale *big.Rat) model {
	high := amountOf(from.High)
	m := model{
		Indicative: from,
		Bar:        barOf(from.Low, from.Central, from.High, scale),
		Close:      barOf(from.Low, from.Central, from.High, high),
	}
	for _, c := range from.Calculations {
		m.Shares = append(m.Shares, share{
			Obligations: v.obligations(c.Obligations), Low: c.Low, Central: c.Central, High: c.High,
			Bar: barOf(c.Low, c.Central, c.High, high),
		})
	}
	return m
}

// obligation returns an obligation of the report, or one that has only its id.
func (v *view) obligation(id string) obligation {
	for _, o := range v.All {
		if o.ID == id {
			return o
		}
	}
	o := obligation{View: v}
	o.ID, o.Article = id, id
	return o
}

func (v *view) obligations(ids []string) []obligation {
	list := make([]obligation, len(ids))
	for i, id := range ids {
		list[i] = v.obligation(id)
	}
	return list
}
