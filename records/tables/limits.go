package tables

// Limits of what is read. The largest report that is known has 3 MiB, the
// official workbook 5.6 MiB unpacked with a ratio of 16; beyond these figures a
// file is a mistake or an attack.
const (
	// MaxFile is the size of one file, unpacked.
	MaxFile = 64 << 20
	// MaxTotal is the size of everything that is read, unpacked.
	MaxTotal = 256 << 20
	// MaxFiles is the number of files in a folder or an archive.
	MaxFiles = 2000
	// MaxRatio is how much smaller a packed file may be than its content, once
	// the content exceeds ratioFrom.
	MaxRatio  = 200
	ratioFrom = 1 << 20
	// MaxCells is the number of cells of one sheet that are not empty.
	MaxCells = 2_000_000
	// MaxColumns is how far to the right a row may reach; the widest part has 37
	// columns, and the cells of a workbook 16 384.
	MaxColumns = 1000
	// MaxCell is the length of one cell in bytes, as in a spreadsheet.
	MaxCell = 1 << 20
)
