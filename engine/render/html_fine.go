package render

import (
	"math/big"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// htmlFine is what is at stake, as the templates take it. Amounts are the exact
// strings of the report; only the length of a bar is ever rounded.
type htmlFine struct {
	Currency   string
	Turnover   string
	TurnoverOf string
	PerDay     string
	Now        *htmlStake
	// Undetermined and Ahead are what further breaches would put at stake.
	Undetermined *htmlStake
	Ahead        *htmlStake
	Missing      []string
	Readings     []report.FineReading
	Notes        []string
	Doubts       []string
	// Bases are the annual figures, if there are several to choose from.
	Bases []report.Base
}

// htmlStake is what one set of obligations puts at stake.
type htmlStake struct {
	PerDecision string
	Sum         string // of the caps of all infringements
	Sentence    string // what it comes to, in one line
	Chart       *htmlChartOfFines
	Caps        []htmlCap
	Models      []htmlModel // the one that was asked for, then the others
	NoRange     string      // why there is no model
	Merged      []htmlMerged
}

// htmlCap is the cap of some infringements that have the same.
type htmlCap struct {
	Amount      string
	Articles    []string
	Basis       string
	Percent     string
	Obligations []htmlObligation
	Bar         htmlBar
}

// htmlModel is the range of a model.
type htmlModel struct {
	report.Indicative
	// Bar is drawn to the scale of the cap, Close to that of the range itself.
	Bar, Close htmlBar
	Shares     []htmlShare
}

// htmlShare is the range of some infringements that have the same.
type htmlShare struct {
	Obligations        []htmlObligation
	Low, Central, High string
	Bar                htmlBar
}

// htmlMerged is an obligation that is not fined on its own.
type htmlMerged struct {
	Obligation htmlObligation
	Into       []htmlObligation
	Because    string
}

// htmlPicture is a stake with what its template needs besides.
type htmlPicture struct {
	Title    string
	Currency string
	Stake    *htmlStake
	Full     htmlBar
}

// Picture puts a title over a stake.
func (v *htmlReport) Picture(s *htmlStake, title string) htmlPicture {
	return htmlPicture{Title: title, Currency: v.Fine.Currency, Stake: s, Full: htmlBar{X: "0%", Width: "100%", Mark: "100%"}}
}

// htmlFineOf prepares what is at stake, nil if nothing was computed.
func htmlFineOf(v *htmlReport) *htmlFine {
	r := v.Report.Fine
	if r == nil {
		return nil
	}
	f := &htmlFine{
		Currency: htmlKnown(r.Currency), Turnover: htmlKnown(r.Turnover), TurnoverOf: htmlKnown(r.TurnoverOf),
		PerDay: htmlKnown(r.PeriodicPenaltyPerDay), Missing: r.Missing, Notes: r.Notes, Doubts: r.Doubts, Readings: r.Readings,
		Now: htmlStakeOf(v, &r.Stake), Undetermined: htmlStakeOf(v, r.IfUndetermined), Ahead: htmlStakeOf(v, r.IfApplicable),
	}
	if len(r.Bases) > 1 {
		f.Bases = r.Bases
	}
	return f
}

func htmlKnown(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// htmlStakeOf converts one set of obligations; nil where no cap is known.
func htmlStakeOf(v *htmlReport, from *report.Stake) *htmlStake {
	if from == nil || from.StatutoryCap == nil {
		return nil
	}
	s := &htmlStake{
		PerDecision: from.StatutoryCap.PerDecision, Sum: from.StatutoryCap.SumOfInfringements, NoRange: htmlKnown(from.NoRange),
	}
	scale := htmlAmount(s.PerDecision)
	for _, c := range from.StatutoryCap.PerInfringement {
		basis := htmlProvision(c.Basis)
		i := slices.IndexFunc(s.Caps, func(have htmlCap) bool {
			return have.Amount == c.Cap && have.Basis == basis && have.Percent == c.Percent
		})
		if i < 0 {
			i = len(s.Caps)
			s.Caps = append(s.Caps, htmlCap{Amount: c.Cap, Basis: basis, Percent: c.Percent, Bar: htmlBarOf("0", c.Cap, c.Cap, scale)})
		}
		s.Caps[i].Obligations = append(s.Caps[i].Obligations, v.obligation(c.Obligation))
		if c.Article != "" && c.Article != c.Obligation {
			s.Caps[i].Articles = append(s.Caps[i].Articles, c.Article)
		}
	}
	s.Sentence = writing.Capital(fineText{r: v.Report.Fine}.sentence(*from)) + "."
	if from.Indicative != nil {
		s.Chart = htmlChartOf(*from.Indicative, s.PerDecision, htmlKnown(v.Report.Fine.Currency))
		s.Models = append(s.Models, htmlModelOf(v, *from.Indicative, scale))
	}
	for _, m := range from.Comparisons {
		s.Models = append(s.Models, htmlModelOf(v, m, scale))
	}
	for _, m := range from.Merged {
		s.Merged = append(s.Merged, htmlMerged{v.obligation(m.Obligation), v.obligations(m.Into), m.Because})
	}
	return s
}

func htmlModelOf(v *htmlReport, from report.Indicative, scale *big.Rat) htmlModel {
	high := htmlAmount(from.High)
	m := htmlModel{
		Indicative: from,
		Bar:        htmlBarOf(from.Low, from.Central, from.High, scale),
		Close:      htmlBarOf(from.Low, from.Central, from.High, high),
	}
	for _, c := range from.Calculations {
		m.Shares = append(m.Shares, htmlShare{
			Obligations: v.obligations(c.Obligations), Low: c.Low, Central: c.Central, High: c.High,
			Bar: htmlBarOf(c.Low, c.Central, c.High, high),
		})
	}
	return m
}

// obligation returns an obligation of the report, or one that has only its id.
func (v *htmlReport) obligation(id string) htmlObligation {
	for _, o := range v.All {
		if o.ID == id {
			return o
		}
	}
	o := htmlObligation{View: v}
	o.ID, o.Article = id, id
	return o
}

func (v *htmlReport) obligations(ids []string) []htmlObligation {
	list := make([]htmlObligation, len(ids))
	for i, id := range ids {
		list[i] = v.obligation(id)
	}
	return list
}
