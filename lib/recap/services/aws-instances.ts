/** EC2 instance families by the names posts use. Two-letter ones are too short to stand alone. */
const FAMILIES =
  "M5a M5n M5dn M5zn M6g M6gd M6i M6id M6in M6a M7g M7gd M7i M7a M8g M8gd M8gn M8gb M8i M8a M8azn C5a C5n C5ad C6g C6gd C6gn C6i C6id C6in C6a C7g C7gd C7gn C7i C7a C8g C8gd C8gn C8gb C8i C8a R5a R5b R5n R5dn R6g R6gd R6i R6id R6in R6a R7g R7gd R7i R7iz R7a R8g R8gd R8gn R8gb R8i R8a T3a T4g X1e X2gd X2idn X2iedn X2iezn X8g X8i X8aedz I3en I4i I4g I7i I7ie I8g I8ge Im4gn Is4gen D3en P3dn P4d P4de P5e P5en P6e G4dn G4ad G5g G6e G6f G7e Inf1 Inf2 Trn1 Trn1n Trn2 Trn3 DL2q VT1 Hpc6a Hpc6id Hpc7a Hpc7g Hpc8a Mac1 Mac2".split(
    " ",
  );
const SHORT = "A1 C4 C5 D2 D3 DL1 F1 F2 G3 G4 G5 G6 G7 H1 I2 I3 M4 M5 P2 P3 P4 P5 P6 R4 R5 T2 T3 T4 U7i X1 X2 X4".split(
  " ",
);

/** Aliases of Amazon EC2: "C7gn", "P5 instances". */
export const INSTANCE_FAMILIES = [...FAMILIES, ...SHORT.map((family) => `${family} instances`)].join(" | ");
