package main

import (
	"fmt"

	"github.com/dsaeval/dsaeval/engine"
)

// gateOf returns the function that decides whether a run fails.
func gateOf(failOn string) (func([]*engine.Report) error, error) {
	switch failOn {
	case "never":
		return func([]*engine.Report) error { return nil }, nil
	case "breach", "undetermined":
	default:
		return nil, fmt.Errorf("--fail-on is %q; expected breach, undetermined or never", failOn)
	}
	return func(reports []*engine.Report) error {
		undetermined := 0
		for _, r := range reports {
			if r.Summary.Breach > 0 {
				return errBreach
			}
			undetermined += r.Summary.Undetermined
		}
		if undetermined > 0 && failOn == "undetermined" {
			return errUndetermined
		}
		return nil
	}, nil
}
