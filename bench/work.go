package main

import (
	"fmt"
	"path/filepath"
	"strings"
)

// work is one line of the table.
type work struct {
	name string
	ours command
	// peer is nil where there is only a limit.
	peer     *command
	peerName string
	// documents is how many are judged. If it is set, the ratio says how many more
	// documents ours judges in the same time of a processor; otherwise how much of
	// the peer's time ours takes.
	documents int
	// must and aim are the ratios that are to be reached.
	must, aim float64
	// mustPeak is the memory that must not be exceeded, in bytes; 0 for none.
	mustPeak, aimPeak int64
	// checks are run before anything is measured: what a command prints must hold
	// a text, so that one which does nothing is not found fast.
	checks []check
}

type check struct {
	command
	holds string
}

const mebibyte = 1 << 20

// found is part of what all the peers print of a finding.
const found = "dsa.art"

// many is how many documents have bars: of fewer the start is a large part.
const many = 10_000

// failing are the exit codes with which evaluate says that it found something.
var failing = []int{1, 3}

// works lists what is measured on what has been prepared in a folder.
func works(root, bin, folder string, counts []int) []work {
	program := func(name string, args ...string) command {
		return command{args: append([]string{filepath.Join(bin, name)}, args...), dir: folder}
	}
	evaluate := func(args ...string) command {
		c := program("evaluate", args...)
		c.allowed = failing
		return c
	}
	file := filepath.Join(root, "fixtures/cases/instagram-2023-06/facts.yaml")
	ours := evaluate(file, "--as-of", "2023-09-01", "--no-config")
	opa := program("opa", "eval", "--data", "policies", "--data", "data-one/data.json", "--input", "one.facts.json",
		"--format", "pretty", "data.main")
	list := []work{{
		name: "one file, whole process, text", ours: ours, peer: &opa, peerName: "opa eval",
		must: 0.33, aim: 0.1, checks: []check{{ours, "16(6)"}, {opa, found}},
	}}

	smallest := counts[0]
	for _, n := range counts {
		documents := fmt.Sprintf("documents-%d", n)
		conftest := program("conftest", "policies", "data-many", "json", documents)
		for _, format := range []string{"csv", "json"} {
			judge := evaluate(documents, "--no-config", "--output", format)
			w := work{
				name: fmt.Sprintf("%d documents, %s", n, strings.ToUpper(format)), ours: judge,
				peer: &conftest, peerName: "conftest test", documents: n, must: 5, aim: 20,
			}
			if format == "json" {
				w.must, w.aim = 0.5, 2
			}
			if n < many {
				w.must, w.aim = 0, 0
			}
			if n == smallest {
				w.checks = []check{{judge, found}, {conftest, found}}
			}
			list = append(list, w)
		}
		stream := evaluate(documents+".ndjson", "--no-config", "--output", "csv")
		memory := work{
			name: fmt.Sprintf("%d documents, NDJSON to CSV, peak memory", n), ours: stream, documents: n,
			mustPeak: 256 * mebibyte, aimPeak: 96 * mebibyte,
		}
		if n < many {
			memory.mustPeak, memory.aimPeak = 0, 0
		}
		list = append(list, memory)
	}

	imported := evaluate("import", "sor", "dump.zip")
	plain := program("plaincsv", "dump.zip")
	return append(list, work{
		name: "import of statements of reasons", ours: imported, peer: &plain, peerName: "encoding/csv",
		checks: []check{{imported, "Google"}, {plain, "Google"}},
	})
}
