package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestConclude(t *testing.T) {
	t.Parallel()
	second := &figures{CPU: time.Second}
	for _, test := range []struct {
		name  string
		row   row
		ratio float64
		want  string
	}{
		{"a part of the peer's time", row{Ours: figures{CPU: 200 * time.Millisecond}, Peer: second, Must: 0.33, Aim: 0.1}, 0.2, "met"},
		{"less than the aim", row{Ours: figures{CPU: 50 * time.Millisecond}, Peer: second, Must: 0.33, Aim: 0.1}, 0.05, "aim met"},
		{"more than the peer", row{Ours: figures{CPU: 2 * time.Second}, Peer: second, Must: 0.33, Aim: 0.1}, 2, "missed"},
		{"documents are better if more", row{Ours: figures{CPU: 100 * time.Millisecond}, Peer: second, Documents: 3, Must: 5, Aim: 20}, 10, "met"},
		{"too few documents", row{Ours: figures{CPU: 2 * time.Second}, Peer: second, Documents: 3, Must: 5, Aim: 20}, 0.5, "missed"},
		{"time by itself", row{Ours: figures{CPU: 2 * time.Millisecond}, MustCPU: 3 * time.Millisecond, AimCPU: time.Millisecond}, 0, "met"},
		{"memory by itself", row{Ours: figures{CPU: 1, Peak: 300 * mebibyte}, MustPeak: 256 * mebibyte}, 0, "missed"},
		{"no bar", row{Ours: figures{CPU: time.Second}, Peer: second}, 1, ""},
	} {
		test.row.conclude()
		require.InDelta(t, test.ratio, test.row.Ratio, 1e-9, test.name)
		require.Equal(t, test.want, test.row.Result, test.name)
	}
}

// What is measured anew takes the place of what a file has of it.
func TestBeside(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "result.json")
	before, after := &conditions{Day: "2026-01-01", Runs: 1}, &conditions{Day: "2026-02-01", Runs: 5}
	one, other := row{Work: "a", PeerName: "x", Ratio: 1, With: before}, row{Work: "a", PeerName: "y", Ratio: 2, With: before}
	for _, rows := range [][]row{{one, other}, {{Work: "a", PeerName: "y", Ratio: 3, With: after}, {Work: "b", With: after}}} {
		require.NoError(t, writeJSON(file, rows))
	}
	have, err := beside(file, nil)
	require.NoError(t, err)
	require.Equal(t, []row{one, {Work: "a", PeerName: "y", Ratio: 3, With: after}, {Work: "b", With: after}}, have)
	require.NoError(t, os.WriteFile(file, []byte("no JSON"), 0o644))
	_, err = beside(file, nil)
	require.Error(t, err)
}

// Of several runs the one that took the least time of a processor counts.
func TestParseBenchmarks(t *testing.T) {
	t.Parallel()
	measured := parseBenchmarks(`goos: linux
BenchmarkEvaluate/all/full-2         	       3	  54000000 ns/op	  61000000 cpu-ns/op	12 B/op	  7 allocs/op
BenchmarkEvaluate/all/full-2         	       3	  50000000 ns/op	  52000000 cpu-ns/op	12 B/op	  7 allocs/op
BenchmarkPredicates/nothing/cel 	 100	  15.5 ns/op	  16.5 cpu-ns/op	0 B/op	  0 allocs/op
PASS`)
	require.Equal(t, map[string]*figures{
		"Evaluate/all/full": {
			CPU: 52 * time.Millisecond, MedianCPU: 61 * time.Millisecond, Wall: 50 * time.Millisecond,
			Allocations: 7, Allocated: 12,
		},
		"Predicates/nothing/cel": {CPU: 16, MedianCPU: 16, Wall: 15},
	}, measured)
}

// What one child takes is told apart from what another does, and a child that
// fails is an error with what it said.
func TestRun(t *testing.T) {
	t.Parallel()
	idle, err := command{args: []string{"sh", "-c", "exit 3"}, allowed: []int{3}}.run()
	require.NoError(t, err)
	busy, err := command{args: []string{"sh", "-c", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done"}}.run()
	require.NoError(t, err)
	require.Greater(t, busy.CPU, idle.CPU)
	require.Positive(t, idle.Peak)

	_, err = command{args: []string{"sh", "-c", "echo broken >&2; exit 2"}, allowed: []int{3}}.run()
	require.ErrorContains(t, err, "broken")
}

// A text is found also where it is cut in two, and nothing is kept of what is large.
func TestSearcher(t *testing.T) {
	t.Parallel()
	s := &searcher{text: []byte(found)}
	for _, part := range []string{"a long beginning ds", "a.", "ar"} {
		_, err := s.Write([]byte(part))
		require.NoError(t, err)
		require.False(t, s.found)
		require.Less(t, len(s.end), len(found))
	}
	_, err := s.Write([]byte("t16.1"))
	require.NoError(t, err)
	require.True(t, s.found)
}

// A command that prints nothing of what it is compared for is not measured.
func TestEmptyPeerIsNotMeasured(t *testing.T) {
	t.Parallel()
	nothing := command{args: []string{"true"}}
	_, err := work{ours: nothing, checks: []check{{nothing, found}}}.measure(1, func(string, ...any) {})
	require.ErrorContains(t, err, found)
}

func TestMarkdown(t *testing.T) {
	t.Parallel()
	r := row{
		Work: "3 documents, CSV", Documents: 3, Must: 5, Aim: 20,
		Ours: figures{CPU: 100 * time.Millisecond, Peak: 90 * mebibyte}, PeerName: "conftest test",
		Peer: &figures{CPU: time.Second, Peak: 100 * mebibyte},
		With: &conditions{Day: "2026-01-01", Go: "go1.26.0", OS: "linux", Arch: "amd64", Processors: 2, Runs: 5, Seed: 1},
	}
	r.conclude()
	var b strings.Builder
	require.NoError(t, writeMarkdown(&b, []row{r}))
	require.Contains(t, b.String(),
		"| 3 documents, CSV | 100.00 ms | 90 MiB | conftest test | 1.00 s | 100 MiB | 10 × documents | ≥ 5 (aim 20) | met |\n")
	require.Contains(t, b.String(), "\nMeasured: 2026-01-01, the least of 5 runs, go1.26.0 on linux/amd64 with 2 processors, seed 1.\n")
}

// TestConditions: lines of two runs say which is of which, and no table takes the
// conditions of one for those of all.
func TestConditions(t *testing.T) {
	t.Parallel()
	with := func(day string) *conditions {
		return &conditions{Day: day, Go: "go1.26.0", OS: "linux", Arch: "amd64", Processors: 2, Runs: 1, Seed: 1}
	}
	rows := []row{{Work: "a", With: with("2026-01-01")}, {Work: "b", With: with("2026-02-01")}, {Work: "c", With: with("2026-01-01")}}
	text, err := measuredWith(rows)
	require.NoError(t, err)
	require.Contains(t, text, "\n- 2026-01-01, one run, go1.26.0 on linux/amd64 with 2 processors, seed 1: a; c.\n")
	require.Contains(t, text, "\n- 2026-02-01, one run, go1.26.0 on linux/amd64 with 2 processors, seed 1: b.\n")
	require.ErrorContains(t, writeMarkdown(new(strings.Builder), append(rows, row{Work: "d"})), `"d" does not say what it was measured with`)
}
