package report

// Agenda is what begins, ends and falls due for the service after the assessment date,
// if the facts stay as they are.
type Agenda struct {
	Until Day `json:"until"` // the last day that was looked at
	// Entries are those that are overdue, that come, and that have no day, in this order.
	Entries []AgendaEntry `json:"entries"`
}

// AgendaEntry is one of them.
type AgendaEntry struct {
	// Day is the day or the first on which it can be; null where facts are missing.
	Day *Day `json:"day"`
	// What says what is on the day: due, overdue, begins, ends.
	What string `json:"what"`
	// Limits says what the day does not, such as "or later, up to 2026-03-01"; empty
	// where it is certain.
	Limits      string   `json:"limits"`
	Title       string   `json:"title"`
	Article     string   `json:"article"`
	Obligations []string `json:"obligations"` // ids of those that it is about
}

// Explanation returns how the verdict on an obligation follows; nil where the report does
// not say.
func (r *Report) Explanation(id string) *Explanation {
	if r == nil {
		return nil
	}
	for i := range r.Explanations {
		if r.Explanations[i].ID == id {
			return r.Explanations[i]
		}
	}
	return nil
}
