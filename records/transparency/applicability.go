package transparency

import "slices"

// asked are the providers of whom the template asks a row, in its words.
const (
	askedOfAll        = "All"
	askedOfHosting    = "Only for providers of hosting services, including online platforms"
	askedOfPlatforms  = "Only for providers of online platforms"
	askedOfVLOPs      = "Only for VLOPs"
	askedOfDesignated = "Only for VLOPs and VLOSEs"
)

// askedOf returns of whom the template asks a row.
func askedOf(part int, indicator, scope string) string {
	switch part {
	case partNotices:
		return askedOfHosting
	case partAppeals:
		if indicator != "complaints" || scope != total {
			return askedOfPlatforms
		}
	case partAutomated:
		switch scope {
		case total, "own":
		case "notices":
			return askedOfHosting
		case "notices_tf":
			return askedOfPlatforms
		default:
			return askedOfVLOPs
		}
	case partPeople:
		return askedOfVLOPs
	case partRecipients:
		return askedOfDesignated
	case partWords:
		if slices.Index(indicators[partWords], indicator) >= slices.Index(indicators[partWords], "governance") {
			return askedOfVLOPs
		}
	}
	return askedOfAll
}

// applicability notes rows whose first cell says something else than the
// template, which is not for the provider to change.
func (r *Report) applicability(s *Sheet, row Row, indicator, scope string) {
	text := row.Text(s.column(0))
	want := askedOf(s.Part, indicator, scope)
	if text == "" || label(text) == label(want) {
		return
	}
	// In another language the place in the list tells.
	for _, part := range template() {
		if i := part.Applicability.position(text); i >= 0 {
			if part.Applicability.english()[i] != want {
				r.once("applicability", s.At(row.Number, s.column(0)+1), text+want, false, "the row is said to apply to %q; in the template it is %q", text, want)
			}
			return
		}
	}
}
