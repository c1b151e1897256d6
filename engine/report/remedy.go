package report

// RemedyOf says what ends a finding that still runs; what has ended needs
// nothing. Reports of older versions say it of the obligation alone.
func (o Obligation) RemedyOf(f Finding) string {
	switch {
	case f.Ended():
		return ""
	case f.Remediation != "":
		return f.Remediation
	}
	return o.Remediation
}

// RemedyAfter is the remedy of the finding at an index, or nothing if the next
// finding has the same one: it is said once, after the last that it ends.
func (o Obligation) RemedyAfter(i int) string {
	if i < 0 || i >= len(o.Findings) {
		return ""
	}
	ends := o.RemedyOf(o.Findings[i])
	if i+1 < len(o.Findings) && o.RemedyOf(o.Findings[i+1]) == ends {
		return ""
	}
	return ends
}
