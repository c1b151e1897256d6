package sor

import "slices"

// The counts of a group stand in one array, so that adding a row touches one
// stretch of memory and merging is one loop. A dimension is a part of it, with
// a counter for each value of a vocabulary; counter 0 stands for "no value".
type dimension struct {
	name   string
	values []string
	offset int
}

func (d *dimension) of(counts []uint64) []uint64 { return counts[d.offset : d.offset+len(d.values)] }

// shown is what to show of a dimension: statements that name all States of the
// Union or the Economic Area count for each of those.
func (d *dimension) shown(counts []uint64) []uint64 {
	if d != inTerritory {
		return d.of(counts)
	}
	states := slices.Clone(d.of(counts))
	for i, shorthand := range scopeShorthands {
		for code := range states {
			if shorthand.members.has(uint8(code)) {
				states[code] += inShorthand.of(counts)[i]
			}
		}
	}
	return states
}

var (
	dimensions []*dimension
	counters   int
)

func newDimension(name string, values []string) *dimension {
	d := &dimension{name: name, values: values, offset: counters}
	counters += len(values)
	dimensions = append(dimensions, d)
	return d
}

func flags(names ...string) []string { return names }

// Names of single counts.
const (
	isStatement = iota
	isMinors
	isAbuse
	isAutomatic
	hasTerritory
)

var totalNames = flags("statements", "protection_of_minors", "child_sexual_abuse_material", "detected_and_decided_automatically", "with_territory_column")

// The dimensions. Their names are those of the JSON of a partial and of the CSV.
var (
	inTotal      = newDimension("total", totalNames)
	inCategory   = newDimension("category", categories.names)
	inAddition   = newDimension("category_addition", categories.names)
	inKeyword    = newDimension("category_specification", keywords.names)
	inGround     = newDimension("decision_ground", grounds.names)
	inIllegal    = newDimension("incompatible_content_illegal", yesNo.names)
	inSource     = newDimension("source_type", sources.names)
	inDetection  = newDimension("automated_detection", yesNo.names)
	inDecision   = newDimension("automated_decision", decisions.names)
	inVisibility = newDimension("decision_visibility", visibilities.names)
	inMonetary   = newDimension("decision_monetary", monetary.names)
	inProvision  = newDimension("decision_provision", provisions.names)
	inAccount    = newDimension("decision_account", accounts.names)
	inKindOf     = newDimension("account_type", accountsOf.names)
	inContent    = newDimension("content_type", contents.names)
	inTerritory  = newDimension("territorial_scope", countries.names)
	inShorthand  = newDimension("territorial_scope_whole", []string{"EU", "EEA", "EEA_no_IS"})
	inSuspended  = newDimension("account_suspended", accountNames)
	inTerminated = newDimension("account_terminated", accountNames)
	inOwn        = newDimension("own_initiative", flags("illegal_content", "incompatible_content"))
)

// What is counted of statements on the provider's own initiative: reports give
// these figures in a part of their own each.
const (
	ownIllegal = iota
	ownIncompatible
)

// accountNames are counted apart for statements that suspend an account and for
// those that terminate one.
var accountNames = flags("illegal_content", "incompatible_content", "own_initiative", "notice", "automated_detection",
	"fully_automated", "protection_of_minors", "child_sexual_abuse_material")

const (
	accountIllegal = iota
	accountIncompatible
	accountOwnInitiative
	accountNotice
	accountDetected
	accountAutomated
	accountMinors
	accountAbuse
)

// count adds a row to the counts of its group.
func (r *Row) count(counts []uint64) {
	c, s := &r.codes, &r.sets
	minors, abuse := r.concernsMinors(), r.concernsAbuse()
	total := inTotal.of(counts)
	total[isStatement]++
	add(total, isMinors, minors)
	add(total, isAbuse, abuse)
	add(total, isAutomatic, c[fieldDecision] == automatedFully && c[fieldDetection] == yes)
	for _, v := range valueDimensions {
		counts[v.dimension.offset+int(c[v.field])]++
	}
	for _, l := range listDimensions {
		if members := s[l.field]; members.empty() {
			counts[l.dimension.offset]++
		} else {
			members.count(counts[l.dimension.offset:])
		}
	}
	r.countTerritory(counts, total)
	if c[fieldSource] == sourceVoluntary {
		own := inOwn.of(counts)
		add(own, ownIllegal, c[fieldGround] == groundIllegal)
		add(own, ownIncompatible, c[fieldGround] == groundIncompatible)
	}
	switch c[fieldAccount] {
	case accountSuspended:
		r.countAccount(inSuspended.of(counts), minors, abuse)
	case accountTerminated:
		r.countAccount(inTerminated.of(counts), minors, abuse)
	}
}

func add(counts []uint64, i int, yes bool) {
	if yes {
		counts[i]++
	}
}

// countTerritory counts the usual lists of all States as one: most statements
// have one of them. The States are added when the counts are read.
func (r *Row) countTerritory(counts, total []uint64) {
	if !r.HasTerritory {
		return
	}
	total[hasTerritory]++
	territory := r.sets[fieldTerritory]
	for i := range scopeShorthands {
		if territory == scopeShorthands[i].members {
			counts[inShorthand.offset+i]++
			return
		}
	}
	if territory.empty() {
		counts[inTerritory.offset]++
		return
	}
	territory.count(counts[inTerritory.offset:])
}

func (r *Row) countAccount(counts []uint64, minors, abuse bool) {
	c := &r.codes
	add(counts, accountIllegal, c[fieldGround] == groundIllegal)
	add(counts, accountIncompatible, c[fieldGround] == groundIncompatible)
	add(counts, accountOwnInitiative, c[fieldSource] == sourceVoluntary)
	add(counts, accountNotice, c[fieldSource] != sourceVoluntary && c[fieldSource] != sources.other())
	add(counts, accountDetected, c[fieldDetection] == yes)
	add(counts, accountAutomated, c[fieldDecision] == automatedFully)
	add(counts, accountMinors, minors)
	add(counts, accountAbuse, abuse)
}

var (
	accountSuspended   = accounts.codes["DECISION_ACCOUNT_SUSPENDED"]
	accountTerminated  = accounts.codes["DECISION_ACCOUNT_TERMINATED"]
	groundIllegal      = grounds.codes["DECISION_GROUND_ILLEGAL_CONTENT"]
	groundIncompatible = grounds.codes["DECISION_GROUND_INCOMPATIBLE_CONTENT"]
	sourceVoluntary    = sources.codes["SOURCE_VOLUNTARY"]
	automatedFully     = decisions.codes["AUTOMATED_DECISION_FULLY"]
	yes                = yesNo.codes["Yes"]
)

type dimensionOf struct {
	dimension *dimension
	field     field
}

var valueDimensions = []dimensionOf{
	{inCategory, fieldCategory},
	{inGround, fieldGround},
	{inIllegal, fieldIllegal},
	{inSource, fieldSource},
	{inDetection, fieldDetection},
	{inDecision, fieldDecision},
	{inMonetary, fieldMonetary},
	{inProvision, fieldProvision},
	{inAccount, fieldAccount},
	{inKindOf, fieldAccountType},
}

var listDimensions = []dimensionOf{
	{inAddition, fieldAddition}, {inKeyword, fieldKeywords}, {inVisibility, fieldVisibility}, {inContent, fieldContent},
}
