package transparency

import (
	"math/big"
	"strings"
)

// tenth is the tolerance for figures that are rounded, of a thousand; wide that
// for figures that are counted by different rules, of ten.
var (
	tenth = big.NewRat(1, 1000)
	wide  = big.NewRat(1, 10)
)

// apart reports whether two figures differ by more than a share of the first.
func apart(a, b, share *big.Rat) bool {
	difference := new(big.Rat).Sub(a, b)
	return difference.Abs(difference).Cmp(new(big.Rat).Mul(share, a)) > 0
}

// automation compares part 8 with itself and with parts 4 to 6.
func (l *linter) automation() {
	for _, measure := range []string{"measures_automated", "measures_manual"} {
		all, own := l.r.total(partAutomated, measure, total), l.r.total(partAutomated, measure, "own")
		if all.known() && own.known() {
			l.check("automated-parts", own.Value.Cmp(all.Value) > 0, own.Refs[0],
				"%s on own initiative are %s, of %s in all", strings.ReplaceAll(measure, "_", " "), decimal(own.Value), decimal(all.Value))
		}
	}
	notices := l.r.total(partNotices, "notices", total)
	processed := l.r.total(partAutomated, "notices_automated", "notices").plus(l.r.total(partAutomated, "notices_manual", "notices"))
	if notices.known() && processed.known() {
		l.check("automated-notices", notices.Value.Cmp(processed.Value) != 0, processed.Refs[0],
			"%s notices were processed with or without automation; part 4 counts %s", decimal(processed.Value), decimal(notices.Value))
	}
	flagged := l.r.total(partAutomated, "notices_automated", "notices_tf").plus(l.r.total(partAutomated, "notices_manual", "notices_tf"))
	if processed.known() && flagged.known() {
		l.check("trusted-flaggers-exceed", flagged.Value.Cmp(processed.Value) > 0, flagged.Refs[0],
			"%s notices of trusted flaggers were processed with or without automation, of %s in all", decimal(flagged.Value), decimal(processed.Value))
	}
	taken := l.r.total(partTerms, "measures", total)
	if l.r.has(partIllegal) {
		taken = taken.plus(l.r.total(partIllegal, "measures", total))
	}
	moderated := l.r.total(partAutomated, "measures_automated", "own").plus(l.r.total(partAutomated, "measures_manual", "own"))
	if taken.known() && moderated.known() {
		l.check("automated-own-initiative", apart(taken.Value, moderated.Value, wide), moderated.Refs[0],
			"%s measures on own initiative with or without automation; parts 5 and 6 count %s", decimal(moderated.Value), decimal(taken.Value))
	}
}

// people compares moderators with their total, in part 9. They can have several
// languages, so that those do not add up; one alone cannot exceed the total.
func (l *linter) people() {
	all := l.r.total(partPeople, "moderators", total)
	if !all.known() {
		return
	}
	sides := l.r.total(partPeople, "internal", total).plus(l.r.total(partPeople, "external", total))
	if sides.known() {
		l.check("moderators-sum", sides.Value.Cmp(all.Value) != 0, all.Refs[0],
			"%s moderators; internal and external ones add up to %s", decimal(all.Value), decimal(sides.Value))
	}
	for _, e := range l.r.Entries {
		if e.Part == partPeople && e.Measure == "moderators" && e.Scope != total && e.State == Known {
			l.check("language-above-total", e.Value.Cmp(all.Value) > 0, e.Ref,
				"%s moderators of %s, of %s in all", decimal(e.Value), e.Scope, decimal(all.Value))
		}
	}
}
