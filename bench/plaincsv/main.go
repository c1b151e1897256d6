// Command plaincsv counts the rows of a dump of statements of reasons by platform
// and category, as one would write it first: with the archive and CSV readers of
// the standard library. Rows that the CSV reader cannot read are skipped.
//
//	plaincsv DUMP.zip
package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: plaincsv DUMP.zip")
		os.Exit(2)
	}
	counts := map[[2]string]int{}
	if err := count(os.Args[1], counts); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for key, n := range counts {
		fmt.Printf("%s,%s,%d\n", key[0], key[1], n)
	}
}

func count(path string, counts map[[2]string]int) error {
	outer, err := zip.OpenReader(path)
	if err != nil {
		return err
	}
	defer outer.Close()
	for _, entry := range outer.File {
		r, err := entry.Open()
		if err != nil {
			return err
		}
		content, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		inner, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			return err
		}
		for _, file := range inner.File {
			r, err := file.Open()
			if err != nil {
				return err
			}
			if err := countRows(r, counts); err != nil {
				return err
			}
		}
	}
	return nil
}

func countRows(r io.Reader, counts map[[2]string]int) error {
	rows := csv.NewReader(r)
	rows.ReuseRecord = true
	rows.LazyQuotes = true
	rows.FieldsPerRecord = -1
	header, err := rows.Read()
	if err != nil {
		return err
	}
	columns, width := map[string]int{}, len(header)
	for i, name := range header {
		columns[name] = i
	}
	for {
		record, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil || len(record) != width {
			continue
		}
		counts[[2]string{record[columns["platform_name"]], record[columns["category"]]}]++
	}
}
