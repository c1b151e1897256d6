package transparency

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
)

// reportPeople states figures by language. A map is complete, so that it is
// stated only where every figure could be read and placed.
func (w *writer) reportPeople() {
	people, complete := w.r.by(partPeople, "moderators")
	w.perPlace("/transparency_reports/report_moderators_by_language", partPeople, people, complete, officialLanguages, one, nil)
	w.described("report_moderator_qualifications", "qualifications", true)
	if len(people) > 0 {
		refs := people[slices.Sorted(maps.Keys(people))[0]].Refs
		w.set("/transparency_reports/report_moderator_linguistic_expertise", true, refs...)
	}
	accuracy, complete := w.r.by(partAutomated, "accuracy")
	if of := w.ofNothing(accuracy); of != "" {
		w.open("/transparency_reports/report_accuracy_by_language", "accuracy is given for "+of+", where no measure was taken by automated means", accuracy[of].Refs...)
		return
	}
	w.perPlace("/transparency_reports/report_accuracy_by_language", partAutomated, accuracy, complete, officialLanguages, hundred, hundred)
}

// ofNothing returns the first language with an accuracy of measures of which there
// was none, "" if there is no such language.
func (w *writer) ofNothing(accuracy map[string]Figure) string {
	all := w.r.total(partAutomated, "measures_automated", total)
	for _, code := range slices.Sorted(maps.Keys(accuracy)) {
		if zero(all) || zero(w.r.total(partAutomated, "measures_automated", code)) {
			return code
		}
	}
	return ""
}

func (w *writer) perPlace(pointer string, part int, figures map[string]Figure, complete bool, places []string, factor, limit *big.Rat) {
	switch {
	case !w.r.has(part) && (!w.complete || w.r.doubtful(part)):
		return
	case !complete:
		w.open(pointer, "not all of its figures could be read, and placed once", w.r.where(part))
		return
	case len(figures) == 0 && !w.complete:
		return
	}
	value := map[string]Decimal{}
	var refs []Ref
	for _, place := range places {
		f, ok := figures[place]
		if !ok {
			continue
		}
		n := new(big.Rat).Mul(f.Value, factor)
		if n.Sign() < 0 || limit != nil && n.Cmp(limit) > 0 || limit == nil && !n.IsInt() {
			w.open(pointer, fmt.Sprintf("%s is out of range", decimal(f.Value)), f.Refs...)
			return
		}
		value[place] = Decimal(decimal(n))
		refs = append(refs, f.Refs...)
	}
	if len(refs) == 0 {
		refs = []Ref{w.r.where(part)}
	}
	w.set(pointer, value, refs...)
}

func (w *writer) recipients() {
	all := w.r.total(partRecipients, "recipients", total)
	if w.millions() {
		w.open("/service/amar_value", "figures this small with decimals can be millions", all.Refs...)
		return
	}
	if many := otherUnit(all); many > 1 {
		w.open("/service/amar_value", fmt.Sprintf("%s is few for a service that fills in this part, and can be in units of %d", decimal(all.Value), many), all.Refs...)
		w.open("/service/amar_by_member_state", "its total can be in other units than ones", all.Refs...)
		return
	}
	w.count("/service/amar_value", all)
	figures, complete := w.r.by(partRecipients, "recipients")
	w.perPlace("/service/amar_by_member_state", partRecipients, figures, complete, memberStates, one, nil)
}

// leastDesignated is about how many recipients the services have at least for which
// part 10 is meant, and mostDesignated how many there are people. They decide nothing
// but whether a total looks like thousands or millions.
const leastDesignated, mostDesignated = 45_000_000, 450_000_000

// otherUnit returns 1000 or 1000000 if a total would be that of a designated service
// in thousands or in millions, else 1.
func otherUnit(all Figure) int64 {
	if !all.known() {
		return 1
	}
	for _, many := range []int64{1_000, 1_000_000} {
		if all.Value.Cmp(big.NewRat(leastDesignated/many, 1)) >= 0 && all.Value.Cmp(big.NewRat(mostDesignated/many, 1)) < 0 {
			return many
		}
	}
	return 1
}

// millions reports whether recipients may be given in millions: all figures are
// below a thousand, and some have decimals.
func (w *writer) millions() bool {
	decimals := false
	for _, e := range w.r.Entries {
		if e.Part != partRecipients || e.State != Known {
			continue
		}
		if e.Value.Cmp(big.NewRat(1000, 1)) >= 0 {
			return false
		}
		decimals = decimals || strings.ContainsAny(e.Text, ".,")
	}
	return decimals
}
