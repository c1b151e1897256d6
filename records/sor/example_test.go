package sor_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/records/sor"
)

const columns = "uuid,decision_visibility,decision_monetary,decision_provision,decision_account,account_type,decision_ground,incompatible_content_explanation,incompatible_content_illegal,category,category_addition,category_specification,content_type,content_date,application_date,decision_facts,source_type,automated_detection,automated_decision,platform_name,created_at\n"

// The text ends in a backslash, which most readers of CSV take for the
// beginning of a quote.
const row = `eb40d5a8-bddb-4509-b4df-85a5c3a1995d,,,,DECISION_ACCOUNT_TERMINATED,,DECISION_GROUND_INCOMPATIBLE_CONTENT,"C:\",,STATEMENT_CATEGORY_SCAMS_AND_FRAUD,,,"[""CONTENT_TYPE_OTHER""]","2025-06-20 00:00:00","2025-06-30 00:00:00",x,SOURCE_VOLUNTARY,Yes,AUTOMATED_DECISION_FULLY,"An example","2025-07-01 12:34:56"`

func ExampleImport() {
	total, err := sor.Import(context.Background(), []string{"-"}, strings.NewReader(columns+row), sor.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range total.Summaries() {
		days, _ := s.Delay(sor.ContentToApplication).Median()
		fmt.Println(s.Platform, s.Statements(), s.Count("decision_account", "DECISION_ACCOUNT_TERMINATED"), days)
		fmt.Println(s.Categories())
	}
	// Output:
	// An example 1 1 10
	// [{v1 STATEMENT_CATEGORY_SCAMS_AND_FRAUD 1}]
}

// Each piece of a dump can be counted by another machine.
func ExampleCountPiece() {
	dump := strings.NewReader(columns + row)
	pieces, err := sor.Pieces("sor-an-example-2025-07-01-full.csv", dump, dump.Size())
	if err != nil {
		fmt.Println(err)
		return
	}
	total, file := sor.NewAggregate(sor.Grouping{}), sor.DumpFile(pieces[0].Dump, dump.Size())
	for _, piece := range pieces {
		counted, f, err := sor.CountPiece(context.Background(), piece, dump, sor.Options{})
		if err != nil {
			fmt.Println(piece.Entry, sor.Damages(err), err)
			return
		}
		if err := total.Merge(counted); err != nil {
			fmt.Println(err)
			return
		}
		file.Add(f)
	}
	fmt.Println(total.AddFile(file), total.Totals())
	// Output:
	// <nil> 1 files (0 checksums verified), 1 rows, 0 rejected, 1 statements counted, 0 unknown values
}

func ExampleScanner() {
	s, err := sor.NewScanner(strings.NewReader(columns + row + "\nnot a row"))
	if err != nil {
		fmt.Println(err)
		return
	}
	s.OnReject = func(r sor.Reject) { fmt.Printf("row %d: %s\n", r.Row, r.Reason) }
	for s.Scan() {
		fmt.Println(s.Row().Platform, s.Row().Value("category"))
	}
	// Output:
	// An example STATEMENT_CATEGORY_SCAMS_AND_FRAUD
	// row 2: does not begin with a UUID
}
