package main

import (
	"fmt"
	"slices"
	"time"
)

// figures are the smallest and the middle one of several runs. On a busy machine
// the smallest is the least disturbed.
type figures struct {
	CPU       time.Duration `json:"cpu_ns"`
	MedianCPU time.Duration `json:"median_cpu_ns"`
	Wall      time.Duration `json:"wall_ns,omitempty"`
	Peak      int64         `json:"peak_bytes,omitempty"`
	// Allocations and Allocated are those of one call of the library.
	Allocations int64 `json:"allocations,omitempty"`
	Allocated   int64 `json:"allocated_bytes,omitempty"`
}

func figuresOf(samples []sample) figures {
	var cpu []time.Duration
	f := figures{Wall: samples[0].Wall, Peak: samples[0].Peak}
	for _, s := range samples {
		cpu = append(cpu, s.CPU)
		f.Wall = min(f.Wall, s.Wall)
		f.Peak = max(f.Peak, s.Peak)
	}
	slices.Sort(cpu)
	f.CPU, f.MedianCPU = cpu[0], cpu[len(cpu)/2]
	return f
}

// measure runs ours and the peer in turn, so that what else the machine does
// disturbs both.
func (w work) measure(count int, log logger) (row, error) {
	for _, c := range w.checks {
		printed, err := c.prints(c.holds)
		if err != nil {
			return row{}, err
		}
		if !printed {
			return row{}, &emptyError{c.command, c.holds}
		}
	}
	var ours, peers []sample
	for range count {
		s, err := w.ours.run()
		if err != nil {
			return row{}, err
		}
		ours = append(ours, s)
		if w.peer == nil {
			continue
		}
		if s, err = w.peer.run(); err != nil {
			return row{}, err
		}
		peers = append(peers, s)
	}
	r := row{Work: w.name, Ours: figuresOf(ours), Documents: w.documents, Must: w.must, Aim: w.aim, MustPeak: w.mustPeak, AimPeak: w.aimPeak}
	if w.peer != nil {
		f := figuresOf(peers)
		r.Peer, r.PeerName = &f, w.peerName
	}
	own, err := ownPeak()
	if err != nil {
		return row{}, err
	}
	if own > ownPeakMax {
		return row{}, fmt.Errorf("this process has taken %d MiB, which would be taken for the memory of others", own/mebibyte)
	}
	log("measured: %s", w.name)
	return r, nil
}

// emptyError says that a command does not do what it is compared for.
type emptyError struct {
	command command
	holds   string
}

func (e *emptyError) Error() string {
	return e.command.String() + ": nothing that it prints holds " + e.holds
}
