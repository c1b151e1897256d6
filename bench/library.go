package main

import (
	"bufio"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// libraryWork is a line of the table that compares benchmarks of Go.
type libraryWork struct {
	name, ours, peer, peerName string
	must, aim                  time.Duration // of ours; 0 for none
}

var libraryWorks = []libraryWork{
	{"Evaluate, all known, full detail", "Evaluate/all/full", "Evaluate/all/plain", "OPA, two values", 0, 0},
	{"Evaluate, all known, full detail", "Evaluate/all/full", "Evaluate/all/partial", "OPA, partial", 0, 0},
	{"Evaluate, all known, verdicts only", "Evaluate/all/verdicts", "Evaluate/all/plain", "OPA, two values", 0, 0},
	{"Evaluate, nothing known, full detail", "Evaluate/nothing/full", "Evaluate/nothing/plain", "OPA, two values", 0, 0},
	{"Evaluate, nothing known, full detail", "Evaluate/nothing/full", "Evaluate/nothing/partial", "OPA, partial", 0, 0},
	{"Evaluate, nothing known, verdicts only", "Evaluate/nothing/verdicts", "Evaluate/nothing/plain", "OPA, two values", 0, 0},
	{"Evaluate, Instagram, full detail", "Evaluate/instagram/full", "Evaluate/instagram/plain", "OPA, two values", fullMust, fullAim},
	{"Evaluate, Instagram, full detail", "Evaluate/instagram/full", "Evaluate/instagram/partial", "OPA, partial", fullMust, fullAim},
	{"Evaluate, Instagram, verdicts only", "Evaluate/instagram/verdicts", "Evaluate/instagram/plain", "OPA, two values", verdictsMust, verdictsAim},
	{"Evaluate, Instagram once more, full detail", "Evaluate/instagram/full-again", "Evaluate/instagram/plain", "OPA, two values", 0, 0},
	{"Evaluate, Instagram once more, verdicts only", "Evaluate/instagram/verdicts-again", "Evaluate/instagram/plain", "OPA, two values", 0, 0},
	{"ten predicates, all known", "Predicates/all/ours", "Predicates/all/cel", "cel-go", 0, 0},
	{"ten predicates, nothing known", "Predicates/nothing/ours", "Predicates/nothing/cel", "cel-go", 0, 0},
	{"ten predicates, Instagram", "Predicates/instagram/ours", "Predicates/instagram/cel", "cel-go", 0, 0},
}

// The bars of one call of the library.
const (
	fullMust, fullAim         = 3 * time.Millisecond, time.Millisecond
	verdictsMust, verdictsAim = 300 * time.Microsecond, 100 * time.Microsecond
)

// measureLibrary runs the benchmarks of the module and puts them beside each other.
// Go runs all of them in turn, count times.
func measureLibrary(root string, count int, benchtime string, log logger) ([]row, error) {
	out, err := command{
		args: []string{
			"go", "test", "-run", "^$", "-bench", ".", "-benchmem", "-p", "1",
			"-benchtime", benchtime, "-count", strconv.Itoa(count), "./library", "./predicates",
		},
		dir: filepath.Join(root, "bench"),
	}.output()
	if err != nil {
		return nil, err
	}
	measured := parseBenchmarks(out)
	var rows []row
	for _, w := range libraryWorks {
		ours, peer := measured[w.ours], measured[w.peer]
		if ours == nil || peer == nil {
			return nil, fmt.Errorf("no benchmark is called %s or %s; go test printed\n%s", w.ours, w.peer, out)
		}
		rows = append(rows, row{
			Work: w.name, Ours: *ours, Peer: peer, PeerName: w.peerName, MustCPU: w.must, AimCPU: w.aim,
		})
	}
	log("measured: the library")
	return rows, nil
}

// benchmarkLine is that of a benchmark: its name without the number of processors,
// and pairs of figures and units.
var benchmarkLine = regexp.MustCompile(`^Benchmark(\S+?)(?:-\d+)?\s+\d+\s+(.*)$`)

func parseBenchmarks(printed string) map[string]*figures {
	runs := map[string][]figures{}
	for lines := bufio.NewScanner(strings.NewReader(printed)); lines.Scan(); {
		match := benchmarkLine.FindStringSubmatch(lines.Text())
		if match == nil {
			continue
		}
		var f figures
		fields := strings.Fields(match[2])
		for i := 0; i+1 < len(fields); i += 2 {
			value, err := strconv.ParseFloat(fields[i], 64)
			if err != nil {
				continue
			}
			switch fields[i+1] {
			case "ns/op":
				f.Wall = time.Duration(value)
			case "cpu-ns/op":
				f.CPU = time.Duration(value)
			case "allocs/op":
				f.Allocations = int64(value)
			case "B/op":
				f.Allocated = int64(value)
			}
		}
		runs[match[1]] = append(runs[match[1]], f)
	}
	measured := map[string]*figures{}
	for name, list := range runs {
		slices.SortFunc(list, func(a, b figures) int { return int(a.CPU - b.CPU) })
		f := list[0]
		f.MedianCPU = list[len(list)/2].CPU
		measured[name] = &f
	}
	return measured
}
