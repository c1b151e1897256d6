package page

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
	"github.com/dsaeval/dsaeval/internal/writing"
	"github.com/dsaeval/dsaeval/serve/internal/judge"
)

// euro is the currency of published fines, and of the rates of the European Central Bank.
const euro = "EUR"

// rating asks for the exchange rate of a currency in which turnover or income is given.
type rating struct {
	Currency, Action   string
	Now                string // the rate that converts it, as a command takes it
	Value, Day, Source string
	Given              bool // on the page, and can be taken back there
	Problem            string
}

// ratingsOf are the currencies that are not the euro, in the order of the amounts.
func (p *Pages) ratingsOf(at place, c *judge.Case) []rating {
	if c.Report.Fine == nil {
		return nil
	}
	given := p.judge.Rates(c.Name)
	var list []rating
	for _, b := range c.Report.Fine.Bases {
		r := rating{Currency: b.Currency, Action: at.URL("rate")}
		if b.Conversion != nil {
			r.Currency = b.Conversion.Currency
		}
		if r.Currency == euro || slices.ContainsFunc(list, func(other rating) bool { return other.Currency == r.Currency }) {
			continue
		}
		if i := slices.IndexFunc(given, func(rate fine.Rate) bool { return rate.Currency() == r.Currency }); i >= 0 {
			r.Given = true
			r.Value, r.Day, r.Source = given[i].Rate.String(), string(given[i].Date), given[i].Source
		}
		for _, text := range c.Report.Provenance.Amounts.Rates {
			if rate, err := fine.ParseRate(text); err == nil && rate.Currency() == r.Currency {
				r.Now = text
			}
		}
		list = append(list, r)
	}
	return list
}

// rate takes an exchange rate, or takes it back.
func (p *Pages) rate(w http.ResponseWriter, r *http.Request, at place) {
	form, ok := p.form(w, r, at)
	if !ok {
		return
	}
	c, ok := p.open(w, r, at)
	if !ok {
		return
	}
	did := url.Values{"did": {"unrated"}, "currency": {form.Get("currency")}}
	if form.Get("do") == "forget" {
		p.judge.Unrate(c.Name, form.Get("currency"))
	} else {
		rate, err := rateOf(form)
		if err == nil {
			err = p.judge.Rate(c, rate)
		}
		if err != nil {
			p.unrated(w, r, at, c, form, err)
			return
		}
		did.Set("did", "rated")
	}
	http.Redirect(w, r, at.URL("")+"?"+did.Encode(), http.StatusSeeOther)
}

// rateOf reads a rate as a command reads it: one euro in another currency, with day and
// source where they are known.
func rateOf(form url.Values) (fine.Rate, error) {
	of, err := exact.Parse(strings.TrimSpace(form.Get("rate")))
	if err != nil {
		return fine.Rate{}, err
	}
	sent := fine.Rate{From: euro, To: form.Get("currency"), Rate: of, Date: report.Day(form.Get("day")), Source: strings.TrimSpace(form.Get("source"))}
	return fine.ParseRate(sent.String())
}

// unrated draws the page again, with what was sent and why it is no rate.
func (p *Pages) unrated(w http.ResponseWriter, r *http.Request, at place, c *judge.Case, form url.Values, err error) {
	text := err.Error()
	if problem := (document.Problem{}); errors.As(err, &problem) {
		text = problem.Message
	}
	text = writing.Capital(text) + "."
	view := p.workOf(r, at, c, choice{}, nil)
	asked := view.Standing.Rates
	i := slices.IndexFunc(asked, func(one rating) bool { return one.Currency == form.Get("currency") })
	if i < 0 {
		p.failed(w, http.StatusUnprocessableEntity, at, text)
		return
	}
	asked[i].Problem, asked[i].Value, asked[i].Day, asked[i].Source = text, form.Get("rate"), form.Get("day"), form.Get("source")
	p.draw(w, http.StatusUnprocessableEntity, "work", view)
}

// ratedNotice says by which rate amounts are converted now, and how to keep it.
func (p *Pages) ratedNotice(c *judge.Case, currency string) []string {
	for _, rate := range p.judge.Rates(c.Name) {
		if rate.Currency() == currency {
			return []string{say("saved.rated", rate), say("saved.rated.keep", rate)}
		}
	}
	return nil
}
