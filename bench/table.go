package main

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// row is one line of the table with what was measured.
type row struct {
	Work      string   `json:"work"`
	Ours      figures  `json:"ours"`
	PeerName  string   `json:"peer_name,omitempty"`
	Peer      *figures `json:"peer,omitempty"`
	Documents int      `json:"documents,omitempty"`
	// Ratio is that of the smallest times of a processor. Of documents it says how
	// many times as many ours judges in the same time; otherwise which part of
	// the peer's time ours takes.
	Ratio float64 `json:"ratio,omitempty"`
	// Bars that have to be reached, and those aimed at; 0 for none.
	Must     float64       `json:"must_ratio,omitempty"`
	Aim      float64       `json:"aim_ratio,omitempty"`
	MustCPU  time.Duration `json:"must_cpu_ns,omitempty"`
	AimCPU   time.Duration `json:"aim_cpu_ns,omitempty"`
	MustPeak int64         `json:"must_peak_bytes,omitempty"`
	AimPeak  int64         `json:"aim_peak_bytes,omitempty"`
	// Result is met, aim met or missed; empty where there is no bar.
	Result string `json:"result,omitempty"`
	// With is what it was measured with.
	With *conditions `json:"with"`
}

// conclude computes the ratio and compares it with the bars.
func (r *row) conclude() {
	if r.Peer != nil && r.Ours.CPU > 0 && r.Peer.CPU > 0 {
		r.Ratio = float64(r.Ours.CPU) / float64(r.Peer.CPU)
		if r.Documents > 0 {
			r.Ratio = 1 / r.Ratio
		}
	}
	switch {
	case r.Must > 0 && r.Documents > 0:
		r.Result = result(-r.Ratio, -r.Must, -r.Aim)
	case r.Must > 0:
		r.Result = result(r.Ratio, r.Must, r.Aim)
	case r.MustCPU > 0:
		r.Result = result(float64(r.Ours.CPU), float64(r.MustCPU), float64(r.AimCPU))
	case r.MustPeak > 0:
		r.Result = result(float64(r.Ours.Peak), float64(r.MustPeak), float64(r.AimPeak))
	}
}

// result compares a figure that should be small.
func result(have, must, aim float64) string {
	switch {
	case have <= aim:
		return "aim met"
	case have <= must:
		return "met"
	}
	return "missed"
}

// bar is what must be reached and what is aimed at, in words.
func (r row) bar() string {
	switch {
	case r.Must > 0 && r.Documents > 0:
		return fmt.Sprintf("≥ %g (aim %g)", r.Must, r.Aim)
	case r.Must > 0:
		return fmt.Sprintf("≤ %g (aim %g)", r.Must, r.Aim)
	case r.MustCPU > 0:
		return fmt.Sprintf("≤ %v (aim %v)", r.MustCPU, r.AimCPU)
	case r.MustPeak > 0:
		return fmt.Sprintf("≤ %d MiB (aim %d)", r.MustPeak/mebibyte, r.AimPeak/mebibyte)
	}
	return "–"
}

// writeMarkdown writes the table.
func writeMarkdown(w io.Writer, rows []row) error {
	var b strings.Builder
	b.WriteString("| Work | ours: CPU | memory | peer | CPU | memory | ratio | must reach | |\n")
	b.WriteString("|---|---:|---:|---|---:|---:|---:|---|---|\n")
	for _, r := range rows {
		peer, peerCPU, peerMemory, ratio := "–", "–", "–", "–"
		if r.Peer != nil {
			peer, peerCPU, peerMemory = r.PeerName, duration(r.Peer.CPU), r.Peer.memory()
			ratio = fmt.Sprintf("%.3g", r.Ratio)
			if r.Documents > 0 {
				ratio += " × documents"
			}
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %s | %s | %s |\n", r.Work,
			duration(r.Ours.CPU), r.Ours.memory(), peer, peerCPU, peerMemory, ratio, r.bar(), r.Result)
	}
	with, err := measuredWith(rows)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, b.String()+"\n"+with)
	return err
}

// memory is the peak of a process, or what one call allocates.
func (f figures) memory() string {
	if f.Peak > 0 {
		return fmt.Sprintf("%d MiB", (f.Peak+mebibyte/2)/mebibyte)
	}
	return fmt.Sprintf("%d allocs", f.Allocations)
}

func duration(d time.Duration) string {
	switch {
	case d >= time.Second:
		return fmt.Sprintf("%.2f s", d.Seconds())
	case d >= time.Millisecond:
		return fmt.Sprintf("%.2f ms", float64(d)/float64(time.Millisecond))
	}
	return fmt.Sprintf("%.1f µs", float64(d)/float64(time.Microsecond))
}
