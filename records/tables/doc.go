// Package tables reads tables of cells from files as they are published: CSV of
// every dialect, workbooks, OpenDocument spreadsheets, ZIP archives and folders of
// them.
//
//	record, err := tables.Read(ctx, "report.zip")
//
// It knows nothing of what the cells are about. Values are those that a reader
// sees: days and hours by the formats of cells, merged cells in every row. What is
// out of the ordinary is read where it can be read in one way only, and noted; what
// is damaged, hostile or larger than any report is an error.
package tables
