package report

// Source is a document that evidence comes from, as the facts describe it; what
// they do not say is empty.
type Source struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// URL was written by the author of the facts; it can have any scheme.
	URL         string `json:"url"`
	PublishedOn Day    `json:"published_on"`
	// Confidence is primary, secondary or from_memory.
	Confidence string `json:"confidence"`
	// Status says who established what the document says.
	Status Status `json:"status"`
}

// SetAside is a fact that is given and decides nothing.
type SetAside struct {
	Pointer string      `json:"pointer"` // JSON Pointer into the facts
	Value   any         `json:"value"`
	Line    int         `json:"line"`
	Column  int         `json:"column"`
	Sources []string    `json:"sources"` // ids of the sources in the facts
	Reason  AsideReason `json:"reason"`
	Why     string      `json:"why"` // the reason in words
}
