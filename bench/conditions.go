package main

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"time"
)

// conditions are what a line was measured with. Each line has its own, since one that is
// measured anew takes its place among those of other days and machines.
type conditions struct {
	Day        string `json:"day"` // YYYY-MM-DD, in UTC
	Go         string `json:"go"`
	OS         string `json:"os"`
	Arch       string `json:"arch"`
	Processors int    `json:"processors"`
	Runs       int    `json:"runs"` // of which the least counts
	Seed       uint64 `json:"seed"` // of the documents and the dump
}

// conditionsOf are those of this run.
func conditionsOf(o options, now time.Time) *conditions {
	return &conditions{
		Day: now.UTC().Format(time.DateOnly), Go: runtime.Version(), OS: runtime.GOOS, Arch: runtime.GOARCH,
		Processors: runtime.NumCPU(), Runs: o.count, Seed: o.seed,
	}
}

func (c conditions) String() string {
	runs := "one run"
	if c.Runs > 1 {
		runs = fmt.Sprintf("the least of %d runs", c.Runs)
	}
	return fmt.Sprintf("%s, %s, %s on %s/%s with %d processors, seed %d", c.Day, runs, c.Go, c.OS, c.Arch, c.Processors, c.Seed)
}

// measuredWith says what the lines of a table were measured with: once if it is the same
// for all, else with the lines that it is about.
func measuredWith(rows []row) (string, error) {
	var all []conditions
	lines := map[conditions][]string{}
	for _, r := range rows {
		if r.With == nil {
			return "", fmt.Errorf("the line %q does not say what it was measured with; measure it anew", r.Work)
		}
		if !slices.Contains(all, *r.With) {
			all = append(all, *r.With)
		}
		if !slices.Contains(lines[*r.With], r.Work) {
			lines[*r.With] = append(lines[*r.With], r.Work)
		}
	}
	if len(all) == 0 {
		return "", errors.New("nothing was measured")
	}
	if len(all) == 1 {
		return "Measured: " + all[0].String() + ".\n", nil
	}
	text := "Measured at several times, so that lines of one can be compared and those of two cannot:\n\n"
	for _, c := range all {
		text += fmt.Sprintf("- %s: %s.\n", c, strings.Join(lines[c], "; "))
	}
	return text, nil
}
