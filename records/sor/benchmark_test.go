package sor

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/sordump"
)

// benchmarkDay writes one generated day of 400 000 rows and returns its path.
func benchmarkDay(b *testing.B, light bool) (path string, rows int64) {
	b.Helper()
	o := sordump.Options{Seed: 1, Day: "2025-07-22", Archives: 4, Files: 2, Rows: 50_000, Light: light}
	path = filepath.Join(b.TempDir(), o.Name())
	file, err := os.Create(path)
	require.NoError(b, err)
	require.NoError(b, o.WriteZIP(file))
	require.NoError(b, file.Close())
	return path, int64(o.Archives * o.Files * o.Rows)
}

// BenchmarkImport counts a day, from the nested archive to facts, and for
// comparison reads the same day with encoding/csv, as a script would.
//
//	go test ./records/sor -run - -bench Import -cpu 2
func BenchmarkImport(b *testing.B) {
	for _, version := range []struct {
		name  string
		light bool
	}{{"full", false}, {"light", true}} {
		path, rows := benchmarkDay(b, version.light)
		info, err := os.Stat(path)
		require.NoError(b, err)
		b.Run(version.name+"/dsaeval", func(b *testing.B) {
			begun := processorTime()
			for b.Loop() {
				total, err := Import(context.Background(), []string{path}, nil, Options{})
				require.NoError(b, err)
				require.EqualValues(b, rows, total.Statements())
				_, err = total.Facts()
				require.NoError(b, err)
			}
			report(b, rows, info.Size(), begun)
		})
		b.Run(version.name+"/encoding-csv", func(b *testing.B) {
			begun := processorTime()
			for b.Loop() {
				counts, unreadable := plainReader(b, path)
				require.NotEmpty(b, counts)
				b.ReportMetric(float64(unreadable), "unreadable")
			}
			report(b, rows, info.Size(), begun)
		})
	}
}

// report adds what a machine shared with others makes hard to compare: how much
// time of a processor a row takes.
func report(b *testing.B, rows, bytes int64, begun time.Duration) {
	if spent := processorTime() - begun; spent > 0 {
		b.ReportMetric(float64(spent.Nanoseconds())/float64(rows)/float64(b.N), "cpu-ns/row")
	}
	b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
	b.ReportMetric(float64(bytes)/float64(rows), "packed-bytes/row")
}

// plainReader is what one would write first: the standard library's archive and
// CSV readers, and one count per platform and category. Rows that the CSV
// reader cannot read are skipped.
func plainReader(b *testing.B, path string) (counts map[[2]string]int, unreadable int) {
	b.Helper()
	counts = map[[2]string]int{}
	outer, err := zip.OpenReader(path)
	require.NoError(b, err)
	defer outer.Close()
	for _, entry := range outer.File {
		r, err := entry.Open()
		require.NoError(b, err)
		content, err := io.ReadAll(r)
		require.NoError(b, err)
		inner, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
		require.NoError(b, err)
		for _, file := range inner.File {
			r, err := file.Open()
			require.NoError(b, err)
			rows := csv.NewReader(r)
			rows.ReuseRecord = true
			rows.LazyQuotes = true
			rows.FieldsPerRecord = -1
			header, err := rows.Read()
			require.NoError(b, err)
			columns := map[string]int{}
			for i, name := range header {
				columns[name] = i
			}
			width := len(header)
			for {
				record, err := rows.Read()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil || len(record) != width {
					unreadable++
					continue
				}
				counts[[2]string{record[columns["platform_name"]], record[columns["category"]]}]++
			}
		}
	}
	return counts, unreadable
}
