package render

// Hints are the words in which a program says how its reader gets at what a paper
// leaves out: the library has no flags to name. What is empty is not hinted at.
type Hints struct {
	// ByObligation and ByFact say how to list all questions in an [Order], as in
	// "--by fact".
	ByObligation, ByFact string
	// Switches say by the Switch of a report.FineReading how the other reading is
	// computed.
	Switches map[string]string
}

// WithHints gives text the hints of a program. Other formats have none.
func WithHints(h Hints) Option { return func(o *writeOptions) { o.hints = h } }

// more says how to list the rest, as what follows how much of it there is.
func (h Hints) more() string {
	if h.ByObligation == "" || h.ByFact == "" {
		return ""
	}
	return ": " + h.ByObligation + " lists them by obligation, " + h.ByFact + " by what they decide"
}

// other says how the other reading is computed; where the program says nothing, what
// the report calls it.
func (h Hints) other(of string) string {
	if said := h.Switches[of]; said != "" {
		return said
	}
	return of
}
