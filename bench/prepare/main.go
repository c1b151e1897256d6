// Command prepare writes what the measurements read: the rules and figures for the
// peers, documents, and a dump of statements of reasons. It is a process of its
// own, because a child's peak memory is never below that of the process that
// starts it, and preparing takes more than what is measured.
//
//	prepare ROOT FOLDER SEED ROWS N...
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/dsaeval/dsaeval/bench/rules"
	"github.com/dsaeval/dsaeval/internal/sordump"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "prepare:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 5 {
		return fmt.Errorf("usage: prepare ROOT FOLDER SEED ROWS N")
	}
	root, folder := args[0], args[1]
	var numbers []int
	for _, arg := range args[2:] {
		n, err := strconv.Atoi(arg)
		if err != nil || n <= 0 {
			return fmt.Errorf("%q is not a positive number", arg)
		}
		numbers = append(numbers, n)
	}
	seed, rows := uint64(numbers[0]), numbers[1]

	schema, err := rules.Schema()
	if err != nil {
		return err
	}
	suite, err := rules.Open(root)
	if err != nil {
		return err
	}
	instagram, err := rules.Load(schema, filepath.Join(root, rules.Instagram), rules.InstagramDate)
	if err != nil {
		return err
	}
	known, err := rules.EverythingKnown(suite)
	if err != nil {
		return err
	}
	policies := filepath.Join(folder, "policies")
	if err := rules.Write(policies, filepath.Join(folder, "data-one"), suite, instagram); err != nil {
		return err
	}
	if err := rules.Write(policies, filepath.Join(folder, "data-many"), suite, known); err != nil {
		return err
	}
	if err := writeFacts(filepath.Join(folder, "one.facts.json"), instagram.Value()); err != nil {
		return err
	}
	for _, n := range numbers[2:] {
		name := filepath.Join(folder, fmt.Sprintf("documents-%d", n))
		if err := os.MkdirAll(name, 0o755); err != nil {
			return err
		}
		stream, err := os.Create(name + ".ndjson")
		if err != nil {
			return err
		}
		all := bufio.NewWriter(stream)
		err = rules.Documents(root, schema, suite, seed, n, func(i int, content []byte) error {
			all.Write(content)
			all.WriteByte('\n')
			return os.WriteFile(filepath.Join(name, fmt.Sprintf("%05d.facts.json", i+1)), content, 0o644)
		})
		if err != nil {
			return err
		}
		if err := all.Flush(); err != nil {
			return err
		}
		if err := stream.Close(); err != nil {
			return err
		}
	}
	dump := sordump.Options{Seed: seed, Day: "2025-07-22", Archives: 2, Files: 2, Rows: max(rows/4, 1)}
	out, err := os.Create(filepath.Join(folder, "dump.zip"))
	if err != nil {
		return err
	}
	if err := dump.WriteZIP(out); err != nil {
		return err
	}
	return out.Close()
}

func writeFacts(path string, value map[string]any) error {
	content, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o644)
}
