package transparency

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// categories compares totals with what stands below them, in parts 3 to 6.
func (l *linter) categories(b *block) {
	for _, e := range b.entries {
		if measures[b.part] == nil || e.State != Known || e.Kind != Count || e.Keyword != "" {
			continue
		}
		below := func(x *Entry) bool { return x.Measure == e.Measure && x.Scope == e.Scope }
		if e.Category == total {
			sum, some := b.sum(func(x *Entry) bool { return below(x) && x.Category != total && x.Keyword == "" })
			l.differ("categories-sum", e, sum, some, "the categories")
		} else {
			sum, some := b.sum(func(x *Entry) bool { return below(x) && x.Category == e.Category && x.Keyword != "" })
			l.differ("keywords-sum", e, sum, some, "the sub-categories")
		}
		if b.part == partOrders && e.Category == total && e.Scope == total {
			sum, some := b.sum(func(x *Entry) bool { return x.Measure == e.Measure && x.Category == total && x.Scope != total })
			l.differ("states-sum", e, sum, some, "the Member States")
		}
		if e.Measure == "measures" && e.Category == total {
			sum, some := b.sum(func(x *Entry) bool {
				return x.Category == total && slices.ContainsFunc(restrictions, func(m measure) bool { return m.key == x.Measure })
			})
			l.differ("restrictions-sum", e, sum, some, "the types of restriction")
		}
	}
}

func (l *linter) differ(rule string, e *Entry, sum *big.Rat, some bool, what string) {
	if some {
		l.check(rule, sum.Cmp(e.Value) != 0, e.Ref, "%s is %s; %s add up to %s", name(e), decimal(e.Value), what, decimal(sum))
	}
}

// name says what a cell is about, in the words of the template.
func name(e *Entry) string {
	words := []string{fmt.Sprintf("%q", e.label())}
	if e.Category != total {
		words = append(words, strings.TrimPrefix(e.Category, categoryPrefix))
	}
	if e.Keyword != "" {
		words = append(words, e.Keyword)
	}
	if e.Scope != total && measures[e.Part] != nil {
		words = append(words, e.Scope)
	}
	return strings.Join(words, ", ")
}

// label returns the name of the column or of the row that a cell stands in.
func (e *Entry) label() string {
	if columns := measures[e.Part]; columns != nil {
		s := Sheet{Part: e.Part}
		return strings.TrimSpace(columnName(e.Part, s.firstMeasure()+slices.IndexFunc(columns, func(m measure) bool { return m.key == e.Measure })))
	}
	indicator := template[e.Part].Indicators.english()[slices.Index(indicators[e.Part], e.Measure)]
	scope := e.Scope
	if i := slices.Index(scopes[e.Part], scope); i >= 0 && i < len(template[e.Part].Scopes.english()) {
		scope = template[e.Part].Scopes.english()[i]
	}
	return strings.TrimSpace(indicator) + ", " + strings.TrimSpace(scope)
}

// columns compares the columns of one row with each other, in parts 3 to 6.
func (l *linter) columns(b *block) {
	if measures[b.part] == nil {
		return
	}
	// By row, since providers have several rows for "other".
	rows := map[rowKey]*Entry{}
	for _, e := range b.entries {
		rows[rowKey{e.Ref.File, e.Ref.Sheet, e.Ref.Row, e.Measure}] = e
	}
	for _, e := range b.entries {
		if e.State != Known {
			continue
		}
		other := func(measure string) *Entry {
			if o := rows[rowKey{e.Ref.File, e.Ref.Sheet, e.Ref.Row, measure}]; o != nil && o.State == Known {
				return o
			}
			return nil
		}
		if whole, isPart := strings.CutSuffix(e.Measure, "_tf"); isPart && e.Kind == Count {
			if w := other(whole); w != nil {
				l.check("trusted-flaggers-exceed", e.Value.Cmp(w.Value) > 0, e.Ref, "%s is %s, of %s in all", name(e), decimal(e.Value), decimal(w.Value))
			}
		}
		if w := other("measures"); e.Measure == "measures_automated" && w != nil {
			l.check("automated-exceeds-measures", e.Value.Cmp(w.Value) > 0, e.Ref, "%s is %s, of %s measures", name(e), decimal(e.Value), decimal(w.Value))
		}
		if w := other(namedIn[e.Measure]); w != nil && e.Keyword == "" {
			l.check("items-below-notices", e.Value.Cmp(w.Value) < 0, e.Ref, "%s is %s, fewer than the %s that name them", name(e), decimal(e.Value), decimal(w.Value))
		}
	}
	l.medians(b)
}

type rowKey struct {
	file, sheet string
	row         int
	measure     string
}

// namedIn says what names the items that a column counts.
var namedIn = map[string]string{"items": "notices", "items_tf": "notices_tf", "orders_act_items": "orders_act"}

// counted says of what a median is one.
var counted = map[string]string{
	"orders_act_inform": "orders_act", "orders_act_effect": "orders_act", "orders_info_inform": "orders_info", "orders_info_effect": "orders_info",
	"median": "notices", "median_tf": "notices_tf",
}

func (l *linter) medians(b *block) {
	for _, e := range b.entries {
		if n := b.at(counted[e.Measure], e.Category, e.Keyword, e.Scope); n != nil && e.Kind == Hours {
			l.median(e, n, e.Category == total && e.Scope == total)
		}
	}
}

// median looks at a median beside the number of what it is the median of.
func (l *linter) median(e, n *Entry, asked bool) {
	switch {
	case n.Value.Sign() > 0:
		if asked {
			l.looked["median-missing"]++
			if e.State == Blank {
				l.find("median-missing", askedIn(e), e.Ref, "%s is blank, and %s is %s", name(e), name(n), decimal(n.Value))
			}
		}
		if e.State == Known && n.Value.Cmp(hundred) >= 0 {
			l.check("median-zero", e.Value.Sign() == 0, e.Ref, "%s is 0 hours, and %s is %s; was it measured?", name(e), name(n), decimal(n.Value))
		}
	case e.State == Known:
		l.check("median-of-nothing", e.Value.Sign() > 0, e.Ref, "%s is %s hours, and there is nothing that it could be the median of", name(e), decimal(e.Value))
	}
}

// askedIn returns the provision that asks for a median.
func askedIn(e *Entry) string {
	switch {
	case e.Part == partOrders:
		return "Art. 15(1)(a)"
	case e.Part == partNotices:
		return "Art. 15(1)(b)"
	case e.Measure == "disputes":
		return "Art. 24(1)(a)"
	}
	return "Art. 15(1)(d)"
}

// outcomes compares complaints and disputes with their outcomes, in part 7. Some
// may be pending, so that fewer outcomes are only strange.
func (l *linter) outcomes(b *block) {
	if b.part != partAppeals {
		return
	}
	for _, e := range b.entries {
		if e.State != Known || e.Scope != total {
			continue
		}
		if b.at(e.Measure, total, "", "upheld") == nil && b.at(e.Measure, total, "", "reversed") == nil {
			continue
		}
		sum, some := b.sum(func(x *Entry) bool {
			return x.Measure == e.Measure && slices.Contains([]string{"upheld", "partly", "reversed", "omitted"}, x.Scope)
		})
		l.differ("outcomes-sum", e, sum, some, "upheld, partially reversed, reversed and omitted")
	}
}

func (l *linter) kinds(b *block) {
	if b.part != partAppeals {
		return
	}
	for _, measure := range []string{"complaints", "disputes"} {
		all, median := b.at(measure, total, "", total), b.index[key{measure, total, "", "median"}]
		if all == nil || median == nil {
			continue
		}
		// What is pending has no duration yet, and rows that are left blank as a whole
		// do not apply: the template asks them of online platforms only.
		decided, some := b.sum(func(x *Entry) bool {
			return x.Measure == measure && slices.Contains([]string{"upheld", "partly", "reversed"}, x.Scope)
		})
		l.median(median, all, some && decided.Sign() > 0)
	}
	// Complaints about notices of trusted flaggers are among those about notices.
	sum, some := b.sum(func(x *Entry) bool {
		return strings.HasPrefix(x.Measure, "on_") && x.Measure != "on_notice_tf" && x.Scope == total
	})
	if e := b.at("complaints", total, "", total); e != nil {
		l.differ("complaints-kinds", e, sum, some, "the kinds of complaint")
	}
	part, whole := b.at("on_notice_tf", total, "", total), b.at("on_notice", total, "", total)
	if part != nil && whole != nil {
		l.check("trusted-flaggers-exceed", part.Value.Cmp(whole.Value) > 0, part.Ref, "%s is %s, of %s in all", name(part), decimal(part.Value), decimal(whole.Value))
	}
}
