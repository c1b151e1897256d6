package document

import "time"

// IsDate reports whether a text is a real calendar day written YYYY-MM-DD, with
// all its zeros: such texts compare as the days do.
func IsDate(text string) bool {
	if len(text) != len(time.DateOnly) {
		return false
	}
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}
