package schemacheck

import "github.com/dsaeval/dsaeval/internal/image"

// merged returns a rule that says the same and is made of fewer: of a thousand facts
// most are nothing but a reference to one of a few types. Rules that go in a circle stay.
func merged(root *rule, dialect Dialect) *rule {
	m := merger{
		coder: coder{dialect: dialect, numbers: map[*rule]int{}},
		of:    map[*rule]*rule{}, open: map[*rule]bool{}, asked: map[*rule]bool{}, bySaying: map[string]*rule{},
	}
	return m.rule(root)
}

type merger struct {
	coder
	of       map[*rule]*rule  // what stands for each rule
	open     map[*rule]bool   // of those, the ones that are being made
	asked    map[*rule]bool   // of the open ones, those that are part of themselves
	bySaying map[string]*rule // what is written of a rule
}

func (m *merger) rule(r *rule) *rule {
	if r == nil {
		return nil
	}
	if made, known := m.of[r]; known {
		m.asked[made] = m.open[made]
		return made
	}
	made := &rule{}
	m.of[r], m.open[made] = made, true
	m.rules = append(m.rules, made)
	m.numbers[made] = len(m.rules) - 1
	*made = *r
	for _, part := range [...]**rule{&made.additional, &made.names, &made.items, &made.not} {
		*part = m.rule(*part)
	}
	for _, list := range [...]*[]*rule{&made.all, &made.any, &made.one} {
		*list = append([]*rule(nil), *list...)
		for i, each := range *list {
			(*list)[i] = m.rule(each)
		}
	}
	made.patterns = append([]patternRule(nil), made.patterns...)
	for i := range made.patterns {
		made.patterns[i].rule = m.rule(made.patterns[i].rule)
	}
	if r.properties != nil {
		made.properties = make(map[string]*rule, len(r.properties))
		for _, name := range sortedKeys(r.properties) {
			made.properties[name] = m.rule(r.properties[name])
		}
	}
	delete(m.open, made)
	if m.asked[made] {
		return made
	}
	said := m.saying(made)
	if known := m.bySaying[said]; known != nil {
		m.of[r] = known
		return known
	}
	m.bySaying[said] = made
	return made
}

// saying is what would be written of a rule, the same for those that say the same.
func (m *merger) saying(r *rule) string {
	m.Codec = image.Writer()
	m.coder.rule(r, len(m.rules))
	return string(m.Bytes())
}
