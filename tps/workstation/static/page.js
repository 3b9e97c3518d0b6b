var y={server:null,role:"reader",connected:!1,plan:null,original:null,preview:null,compared:null,frame:null,ct:null,contours:[],dose:null,planes:null,otherDose:null,cursor:[0,0,0],selection:{needle:null,seed:null},display:{dose:!1,contours:!0,isodoses:!0,washOpacity:.35,slab:0,window:{width:400,level:40,key:"soft"},levels:[],hidden:new Set,layout:"all",active:"axial",tool:"look",relative:!1,tab:"needles"},views:{},measures:[],forbidden:{forbidden:[],not_from:[]},draft:null,job:null},ta=new Map;function Mt(i,e){for(let t of i.split(" "))ta.has(t)||ta.set(t,new Set),ta.get(t).add(e)}function De(i,e){for(let t of ta.get(i)??[])t(e)}function Sl(){ta=new Map}function Vt(){return y.preview?.plan??y.plan}var Bn=()=>y.plan?.kind==="implant",Hn=(i,e)=>i?.needles.find(t=>t.id===e)??null,ys=(i,e)=>i?.seeds.find(t=>t.id===e)??null,tn=()=>y.role==="editor"&&y.connected&&y.plan!==null&&y.job===null;function kn(i,e=null){y.selection.needle===i&&y.selection.seed===e||(y.selection={needle:i,seed:e},De("selection"))}function rn(i){y.cursor=y.frame.clamped(i),De("cursor")}var Vx="http://www.w3.org/2000/svg",vp={value:1,checked:1,disabled:1};function R(i,e={},...t){return Sp(document.createElement(i),e,t)}function ut(i,e={},...t){return Sp(document.createElementNS(Vx,i),e,t)}function Sp(i,e,t){for(let[n,s]of Object.entries(e))if(s!=null&&!(s===!1&&!n.startsWith("aria-")&&!(n in vp)))if(n==="text")i.textContent=s;else if(n==="on")for(let[r,o]of Object.entries(s))i.addEventListener(r,o);else n in vp?i[n]=s:i.setAttribute(n,s===!0&&!n.startsWith("aria-")?"":String(s));for(let n of t.flat())n!=null&&n!==!1&&i.append(n);return i}function at(i,e,t={}){return R("button",{type:"button",text:i,on:{click:e},...t})}function ft(i,e,t){let n=String(t);i.getAttribute(e)!==n&&i.setAttribute(e,n)}function Wn(i,e){i.textContent!==e&&(i.textContent=e)}function Yn(i,e,t={}){return R("table",t,R("thead",{},R("tr",{},i.map(n=>R("th",{scope:"col",text:n})))),R("tbody",{},e))}function un(i){let e=!1,t=[];return(...n)=>{t=n,!e&&(e=!0,requestAnimationFrame(()=>{e=!1,i(...t)}))}}var bp={notice:"Research software, not a medical device","boot.failed":"The page could not be built. Load it again; if that does not help, the browser's console says why.","boot.no-token":"This address has no valid key. Open the page with the address that `tps view` printed.","opening.begun":"Opening …","opening.images":"Reading the CT, {done} of {of} images …","opening.look":"Shown as it was opened, to look at only.","opening.stage":"Opening: {stage} …","server.lost":"The connection to the server is lost. Nothing that was not finished is kept; trying again …",state:"State of the plan","state.unsigned":"NOT APPROVED","state.prepared":"NOT APPROVED: prepared, not reviewed","state.signed":"APPROVED","state.changed-since":"NOT APPROVED: changed since signed",restored:'Earlier work was put back: {steps} edit(s). "Back to the plan as opened" takes it away.',"state.revision":"Revision {revision}","state.offline":"no connection","state.reader":"read only: another tab edits","checked.checked":"checked","checked.edited-not-checked":"edited, not re-checked","checked.preview":"preview","no-plan":"No plan yet: make one under Plan.",undo:"Undo",redo:"Redo","toggle.wash":"Dose wash","toggle.contours":"Contours","toggle.isodoses":"Isodoses",window:"Window","window.soft":"Soft tissue","window.lung":"Lung","window.bone":"Bone","window.free":"free","window.shown":"W {width}  L {level}",tools:"Tools","tool.measure":"Measure","tool.needle":"Add needle","tool.clear":"Clear","tool.needle.entry":"Click the entry on the skin.","tool.needle.tip":"Now click the tip. Esc stops.","tool.measure.from":"Click the first point.","tool.measure.to":"Click the second point.","layout.reset":"Reset views","layout.all":"All panes",language:"Language",help:"Help",close:"Close",check:"Check","check.what":"The plan as it stands becomes a version: evaluated in full and checked a second time by separately coded dose. Any edit after it needs a new check.","check.author":"Author","check.reason":"Reason of the change","check.no-author":"An author is needed.","check.do":"Check","check.done":"Checked: version {version}.","export.check-first":"Check the plan first: only what was evaluated in full is exported.","export.unsigned":"Not signed by a preparer and a reviewer: exported as NOT APPROVED.","compare.version":"version {number} {author}","check.running":"Evaluating in full and checking a second time …",sign:"Sign",export:"Export",panes:"Pictures",dock:"Figures and tables","pane.axial":"Axial","pane.sagittal":"Sagittal","pane.coronal":"Coronal","pane.space":"3D","pane.needle":"Needle's eye","pane.slice.label":"{name}, slice {slice} of {count}","pane.space.label":"Targets, organs, needles and seeds in space; it only turns","pane.space.none":"This browser has no WebGL: no picture in space. Everything else works.","pane.needle.of":"Needle's eye: needle {id}, {length} mm","pane.needle.none":"Choose a needle: in a picture or in the table.",crossed:"{name}: {mm} mm",near:"{name} is {mm} mm away","isodose.title":"{gy} Gy = {percent} %",locked:"locked",lock:"lock",unlock:"locked","lock.needle":"Lock needle {id}","unlock.needle":"Unlock needle {id}","lock.seed":"Lock seed {id}","unlock.seed":"Unlock seed {id}",needle:"Needle",needles:"Needles","needle.title":"Needle {id}, {length} mm","needle.depth":"Depth, mm","needle.tilt":"Tilt, °","needle.skin-angle":"To skin normal, °","needle.lung":"Lung, mm","needle.choose":"Choose a needle to type its ends, add a seed, or remove it.","needle.entry":"Entry","needle.tip":"Tip","needle.coordinate":"{end} of needle {id}, {axis} in mm","needle.remove":"Remove needle {id}","needle.details":"Needle {id}","handle.entry":"Entry of needle {id}","handle.tip":"Tip of needle {id}",seed:"Seed",seeds:"Seeds","seed.label":"Seed {id}, needle {needle}, {depth} mm from the tip","seed.depth":"From tip, mm","seed.depth.of":"Distance of seed {id} from the tip, mm","seed.position":"x, y, z, mm","seed.strength":"Strength, U","seed.manual":"by hand","seed.remove":"Remove seed {id}","seed.add":"Add seed","seed.add.at":"At","seed.add.depth":"Distance of the new seed from the tip, mm",rules:"Rules","rules.broken":"{count} with a broken rule","drag.again":"Chosen. Drag it again to move it.","drag.locked":"Locked: unlock it first.","drag.reader":"This tab is read only.","drag.end-on":"The needle points into this picture: drag the seed in another one, or use the arrow keys.","drag.cancelled":"Taken back: nothing was changed.","drag.lost":"The connection broke while something was dragged: nothing was changed.","drag.fine":"No rule is broken.","edits.none":"No edits.","edits.original":"Back to the plan as opened",warnings:"Warnings","warnings.none":"None.","tab.needles":"Needles","tab.seeds":"Seeds","tab.structures":"Structures","tab.edits":"Edits","tab.steer":"Plan","tab.compare":"Compare",dvh:"Dose-volume histogram","dvh.curves":"Curves: click to hide","dvh.table":"Values as a table","dvh.show-gy":"in Gy","dvh.show-percent":"in %","dvh.dose":"Dose, {unit}","dvh.volume":"Volume, %","dvh.hover":"{name}: {gy} Gy ({percent} %), {volume} %, {cc} cm³","dvh.hover.before":"{name}, before: {gy} Gy ({percent} %), {volume} %, {cc} cm³",metrics:"Metrics","goal.met":"kept","goal.missed":"not kept","metric.volume_cc":"Volume","metric.minimum_peripheral_dose_gy":"Min. per. dose","metric.matched_peripheral_dose_gy":"Matched per. dose","metric.d90_gy":"D90","metric.d95_gy":"D95","metric.d100_gy":"D100","metric.mean_gy":"Mean dose","metric.max_gy":"Max. dose","metric.v90":"V90","metric.v100":"V100","metric.v150":"V150","metric.v200":"V200","metric.ci":"Conformation CI","metric.ei":"External EI","metric.hi":"Homogeneity HI",structure:"Structure","structure.show":"Show {name}",shown:"Shown",kind:"Kind","kind.target":"target","kind.organ":"organ","kind.derived":"found in the CT","kind.body":"body","kind.other":"other",coldest:"Coldest place","coldest.go":"Go to the coldest place of {name}",levels:"Isodoses","level.show":"Show the isodose at {percent} %","level.gy":"Dose of the isodose at {percent} %, Gy","level.percent":"Isodose of {gy} Gy in per cent of the prescription","level.legend":"{gy} Gy · {percent} %",dose:"Dose","of-prescription":"Of the prescription","wash.opacity":"Opacity of the dose wash",readout:"At the pointer","readout.none":"Point at a picture.","readout.no-dose":"outside the dose grid","plan.run":"Plan","plan.cancel":"Cancel","plan.progress":"Progress of planning","plan.running":"planning …","plan.keep-locked":"Keep locked needles and seeds where they are","plan.locked":"Locked: needles {needles}; seeds {seeds}.","plan.none-locked":"Nothing is locked.","plan.started":"Started.","plan.cancelling":"Stopping …","plan.more":"More","job.done":"Done.","job.failed":"Planning failed.","job.cancelled":"Cancelled: the plan is as it was.","job.running":"Running.","job.started":"Started.","form.clearance":"Clearance of {name}, mm","form.list":"values with commas between","form.mapping":"Name: number, Name","request.targets":"Targets","request.prescription":"Prescription","request.prescription.dose_gy":"Dose, Gy","request.prescription.metric":"Prescribed to","request.strength_u":"Strength of a seed, U","request.avoid":"Avoid (clearance, mm)","request.cross":"May be crossed","request.limits":"Limits","request.max_needles":"Needles at most","request.margin_mm":"Margin, mm","request.steering":"Direction of the needles","request.protocol":"Spacing, clearances and other rules","request.protocol.needle_spacing_mm":"Needle spacing, mm (from, to)","request.protocol.seed_spacing_mm":"Seed spacing, mm (from, to)","request.steering.side":"From (side)","request.steering.in_plane":"Within axial slices","request.steering.max_lung_mm":"Through lung at most, mm","request.steering.max_depth_mm":"Depth at most, mm",compare:"Comparison","compare.with":"Compare with","compare.original":"the plan as opened","compare.start":"Compare","compare.stop":"Stop comparing","compare.hint":"Metrics stand side by side; DVH and isodoses of the other plan are dashed.","compare.shown":"Shown","compare.other":"Other","compare.difference":"Difference","compare.count":"{needles} needles, {seeds} seeds","sign.read":"Read what is signed. A later change makes the signature void.","sign.what":"What","sign.value":"Value","sign.as":"Signed as","sign.prepared":"Prepared by","sign.reviewed":"Reviewed by","sign.name":"Name","sign.reason":"Reason or remark","sign.do":"Sign","sign.no-name":"A name is needed.","sign.done":"{role} {name}: signed.","export.what":"The plan is evaluated and checked in full and written as a new version into a new folder beside the opened one. The opened plan stays as it is.","export.changes":"What changed","export.broken":"Rules that are broken","export.sure":"Export all the same; it is written into the plan","export.not-sure":"Rules are broken: say that you mean it.","export.name":"Name of the new folder","export.do":"Export","export.running":"Evaluating, checking and writing …","export.done":"Exported","fact.folder":"Folder","fact.version":"Version","fact.parent":"Made from version","fact.files":"Files","fact.seed_length_mm":"Length of a seed, mm","fact.level_text":"Level in words","fact.second check":"Second check","fact.author":"Author","fact.reason":"Reason","fact.at":"Time","fact.strength_label":"Strength","fact.strength_at":"Strength holds at","fact.calibration":"Calibration","fact.needles":"Needles","fact.seeds":"Seeds","fact.headline":"Dose","fact.goals":"Goals","fact.status":"Status","fact.reasons":"Why not met","fact.signatures":"Signatures","fact.prepared":"Prepared by","fact.reviewed":"Reviewed by","fact.notes":"Notes","fact.dose":"Dose","fact.access":"Access","fact.limits":"Limits","fact.dose_gy":"Dose, Gy","fact.metric":"Prescribed to","fact.name":"Name","fact.model":"Model","fact.text":"Text","fact.met":"kept","fact.value":"Value","fact.dose_met":"Dose met","fact.limits_kept":"Limits kept","fact.hash":"Hash","fact.source":"Source","fact.level":"Level of the source data","fact.prescription":"Prescription","fact.strength":"Strength","fact.warnings":"Warnings","fact.second_check":"Second check","fact.date":"Date","fact.approval":"Approval","fact.edits":"Edits","fact.metrics":"Metrics","fact.verdict":"Verdict","fact.points":"Points","fact.max_relative_difference":"Largest relative difference",yes:"yes",no:"no","help.keys":"Keys","help.what":"What they do","help.units":"All coordinates: DICOM patient axes in mm (x to the left, y to posterior, z to superior). Dose: total of the permanent implant, Gy.","help.slice":"one slice","help.slices":"ten slices","help.ends":"first and last slice","help.cursor":"set the crosshair in all pictures","help.follow":"crosshair follows","help.zoom":"zoom","help.pan":"move the picture","help.window":"window width and level","help.presets":"soft tissue, lung, bone","help.reset":"reset views","help.full":"one pane, or all (double click)","help.toggles":"dose wash, contours, isodoses","help.needles":"next, previous needle","help.nudge":"0.5 mm along the needle; with Shift 5 mm","help.undo":"undo","help.redo":"redo","help.measure":"measure","help.escape":"take a drag back, leave a tool, close","help.help":"this page","keys.Wheel, ↑ ↓":"Wheel, ↑ ↓","keys.Click":"Click","keys.Shift + move":"Shift + move","keys.Ctrl + wheel":"Ctrl + wheel","keys.Middle / Ctrl drag":"Middle / Ctrl drag","keys.Right drag":"Right drag","keys.Arrows on a seed":"Arrows on a seed","state.delivered":"DELIVERED",slab:"Slab","slab.of":"Brightest of {mm} mm","slab.none":"One slice","slab.shown":"brightest of {mm} mm","tool.seed":"Add seed","tool.seed.at":"Click where the seed lies. Esc stops.","tab.found":"Seeds found","found.seeds":"Seeds found","found.is":"Is","found.moved":"Along, across, mm","found.sure":"How sure","found.by-hand":"by hand","found.counts":"{found} of {planned} seeds; {matched} matched, {by_hand} corrected by hand.","found.label":"Seed {id}, {standing}","found.choose":"Choose a seed to move, split or remove it. In a picture it can be dragged anywhere.","found.coordinate":"{what} of seed {id}, {axis}","found.place":"Place, mm","found.axis":"Axis","found.split":"Split seed {id} into two","found.remove":"Take out seed {id}","found.details":"Seed {id}","standing.planned":"seed {planned} of needle {needle}","standing.extra":"not planned","standing.far":"far from the target","standing.before":"there before",lost:"Planned, not found","lost.title":"Seed {seed} of needle {needle}","lost.take":"Put it here",doubtful:"Doubtful, not counted","doubtful.title":"May be a seed ({confidence} %)","doubtful.take":"Count it","metric.planned":"planned {value}","check.what.found":"The seeds as they stand become a version: the delivered dose is computed in full, with its bands, and checked a second time by separately coded dose.","export.what.found":"The corrected seeds and the dose they give are written as a new verified folder beside the opened one, as tps verify --seeds does. The opened folder stays as it is.","tool.forbid":"Forbid a region","tool.forbid-directions":"Forbid directions","forbid.axial":"Draw in the axial picture.","forbid.region":"Forbid a region","forbid.do":"Forbid","forbid.what":"No needle of the next planning enters what was outlined, on these slices.","forbid.from":"From slice","forbid.to":"To slice","forbid.name":"Name","forbid.name.own":"Forbidden 1","forbid.region.how":"Draw around the region in the axial picture, the button held. Esc stops.","forbid.directions.how":"Draw an arc around the target in the axial picture, the button held: needles do not come from there. Esc stops.","forbid.list":"Forbidden to the next planning","forbid.allow":"Allow","forbid.allow.of":"Allow again: {what}","forbid.region.of":"No needle through {name}, z {from} to {to} mm","forbid.directions.of":"No needle from {from}° to {to}°","forbid.region.title":"{name}: forbidden to the next planning","forbid.directions.title":"Needles do not come from here in the next planning",picture:"Save picture","picture.plan":"revision {revision}, version {version}","picture.not-clinical":"Not for clinical use","picture.saved":"Saved as {name}.","help.picture":"save the active picture as a file","region.Airway (from CT)":"Airway (from CT)","region.Body (from CT)":"Body (from CT)","region.Bone (from CT)":"Bone (from CT)","region.Bulla (from CT)":"Bulla (from CT)","region.Contrast (from CT)":"Contrast (from CT)","region.Gas (from CT)":"Gas (from CT)","region.Lung (from CT)":"Lung (from CT)","region.Mediastinum (from CT)":"Mediastinum (from CT)","region.Spinal-Canal (from CT)":"Spinal-Canal (from CT)","region.Vessel (from CT)":"Vessel (from CT)","fact.targets":"Targets","fact.plan_uid":"RT Plan UID","fact.sha256":"SHA-256 of plan.json"};var Mp={notice:"研究软件，非医疗器械","boot.failed":"页面无法构建。请重新载入；如仍不行，请查看浏览器控制台。","boot.no-token":"此地址没有有效密钥。请用 `tps view` 打印的地址打开本页。","opening.begun":"正在打开 …","opening.images":"正在读取 CT，第 {done} / {of} 幅 …","opening.look":"按打开时的样子显示，仅供查看。","opening.stage":"正在打开：{stage} …","server.lost":"与服务器的连接已断开。未完成的操作不会保留；正在重新连接 …",state:"计划状态","state.unsigned":"未批准","state.prepared":"未批准：已制定，未审核","state.signed":"已批准","state.changed-since":"未批准：签署后有更改",restored:"已恢复先前的工作：{steps} 处修改。“恢复到打开时的计划”可清除。","state.revision":"修订 {revision}","state.offline":"无连接","state.reader":"只读：另一标签页正在编辑","checked.checked":"已核对","checked.edited-not-checked":"已修改，未重新核对","checked.preview":"预览","no-plan":"尚无计划：请在“计划”中制定。",undo:"撤销",redo:"重做","toggle.wash":"剂量色图","toggle.contours":"轮廓","toggle.isodoses":"等剂量线",window:"窗宽窗位","window.soft":"软组织","window.lung":"肺","window.bone":"骨","window.free":"自定义","window.shown":"窗宽 {width}  窗位 {level}",tools:"工具","tool.measure":"测距","tool.needle":"添加针","tool.clear":"清除","tool.needle.entry":"请点击皮肤进针点。","tool.needle.tip":"再点击针尖。Esc 取消。","tool.measure.from":"请点击第一点。","tool.measure.to":"请点击第二点。","layout.reset":"重置视图","layout.all":"全部窗格",language:"语言",help:"帮助",close:"关闭",check:"核对","check.what":"当前计划将成为一个版本：完整评估，并由独立编写的剂量计算进行第二次核对。此后的任何修改都需要重新核对。","check.author":"作者","check.reason":"更改原因","check.no-author":"请填写作者。","check.do":"核对","check.done":"已核对：版本 {version}。","export.check-first":"请先核对计划：只有完整评估过的计划才能导出。","export.unsigned":"尚未由制定者和审核者签署：将以“未批准”导出。","compare.version":"版本 {number} {author}","check.running":"正在完整评估并进行第二次核对 …",sign:"签署",export:"导出",panes:"图像",dock:"数据与表格","pane.axial":"横断面","pane.sagittal":"矢状面","pane.coronal":"冠状面","pane.space":"三维","pane.needle":"沿针视图","pane.slice.label":"{name}，第 {slice} 层，共 {count} 层","pane.space.label":"靶区、器官、针与粒子的三维图；只可旋转","pane.space.none":"此浏览器没有 WebGL：无三维图。其余功能均可使用。","pane.needle.of":"沿针视图：针 {id}，{length} mm","pane.needle.none":"请在图像或表格中选择一根针。",crossed:"{name}：{mm} mm",near:"距 {name} {mm} mm","isodose.title":"{gy} Gy = {percent} %",locked:"已锁定",lock:"锁定",unlock:"已锁","lock.needle":"锁定针 {id}","unlock.needle":"解锁针 {id}","lock.seed":"锁定粒子 {id}","unlock.seed":"解锁粒子 {id}",needle:"针",needles:"针","needle.title":"针 {id}，{length} mm","needle.depth":"深度 mm","needle.tilt":"倾角 °","needle.skin-angle":"与皮肤法线 °","needle.lung":"肺 mm","needle.choose":"选择一根针后可输入两端坐标、添加粒子或删除该针。","needle.entry":"进针点","needle.tip":"针尖","needle.coordinate":"针 {id} {end} {axis}，mm","needle.remove":"删除针 {id}","needle.details":"针 {id}","handle.entry":"针 {id} 的进针点","handle.tip":"针 {id} 的针尖",seed:"粒子",seeds:"粒子","seed.label":"粒子 {id}，针 {needle}，距针尖 {depth} mm","seed.depth":"距针尖 mm","seed.depth.of":"粒子 {id} 距针尖，mm","seed.position":"x, y, z，mm","seed.strength":"源强 U","seed.manual":"手动","seed.remove":"删除粒子 {id}","seed.add":"添加粒子","seed.add.at":"距针尖","seed.add.depth":"新粒子距针尖，mm",rules:"规则","rules.broken":"{count} 处违反规则","drag.again":"已选中。再次拖动即可移动。","drag.locked":"已锁定：请先解锁。","drag.reader":"此标签页为只读。","drag.end-on":"针垂直于此图像：请在其他图像中拖动粒子，或使用方向键。","drag.cancelled":"已取消：未作更改。","drag.lost":"拖动时连接中断：未作更改。","drag.fine":"未违反规则。","edits.none":"无修改。","edits.original":"恢复到打开时的计划",warnings:"警告","warnings.none":"无。","tab.needles":"针","tab.seeds":"粒子","tab.structures":"结构","tab.edits":"修改","tab.steer":"计划","tab.compare":"比较",dvh:"剂量体积直方图","dvh.curves":"曲线：点击隐藏","dvh.table":"数值表","dvh.show-gy":"以 Gy 显示","dvh.show-percent":"以 % 显示","dvh.dose":"剂量，{unit}","dvh.volume":"体积，%","dvh.hover":"{name}：{gy} Gy（{percent} %），{volume} %，{cc} cm³","dvh.hover.before":"{name}，修改前：{gy} Gy（{percent} %），{volume} %，{cc} cm³",metrics:"剂量指标","goal.met":"满足","goal.missed":"不满足","metric.volume_cc":"体积","metric.minimum_peripheral_dose_gy":"最小周边剂量","metric.matched_peripheral_dose_gy":"匹配周边剂量","metric.d90_gy":"D90","metric.d95_gy":"D95","metric.d100_gy":"D100","metric.mean_gy":"平均剂量","metric.max_gy":"最大剂量","metric.v90":"V90","metric.v100":"V100","metric.v150":"V150","metric.v200":"V200","metric.ci":"适形指数 CI","metric.ei":"靶外指数 EI","metric.hi":"均匀性指数 HI",structure:"结构","structure.show":"显示 {name}",shown:"显示",kind:"类别","kind.target":"靶区","kind.organ":"器官","kind.derived":"由 CT 识别","kind.body":"体表","kind.other":"其他",coldest:"最低剂量点","coldest.go":"转到 {name} 的最低剂量点",levels:"等剂量线","level.show":"显示 {percent} % 等剂量线","level.gy":"{percent} % 等剂量线的剂量，Gy","level.percent":"{gy} Gy 等剂量线占处方剂量的百分比","level.legend":"{gy} Gy · {percent} %",dose:"剂量","of-prescription":"占处方剂量","wash.opacity":"剂量色图不透明度",readout:"指针处","readout.none":"请将指针移到图像上。","readout.no-dose":"剂量网格之外","plan.run":"制定计划","plan.cancel":"取消","plan.progress":"计划进度","plan.running":"正在计划 …","plan.keep-locked":"保持已锁定的针与粒子不动","plan.locked":"已锁定：针 {needles}；粒子 {seeds}。","plan.none-locked":"没有锁定项。","plan.started":"已开始。","plan.cancelling":"正在停止 …","plan.more":"更多","job.done":"完成。","job.failed":"计划失败。","job.cancelled":"已取消：计划未改变。","job.running":"进行中。","job.started":"已开始。","form.clearance":"{name} 的间距，mm","form.list":"以逗号分隔","form.mapping":"名称: 数值, 名称","request.targets":"靶区","request.prescription":"处方","request.prescription.dose_gy":"剂量，Gy","request.prescription.metric":"处方指标","request.strength_u":"粒子源强，U","request.avoid":"避开（间距，mm）","request.cross":"允许穿过","request.limits":"限值","request.max_needles":"最多针数","request.margin_mm":"外扩，mm","request.steering":"进针方向","request.protocol":"间距、避让及其他规则","request.protocol.needle_spacing_mm":"针间距，mm（下限, 上限）","request.protocol.seed_spacing_mm":"粒子间距，mm（下限, 上限）","request.steering.side":"进针侧","request.steering.in_plane":"限于横断面内","request.steering.max_lung_mm":"经肺最长，mm","request.steering.max_depth_mm":"最大深度，mm",compare:"比较","compare.with":"比较对象","compare.original":"打开时的计划","compare.start":"比较","compare.stop":"停止比较","compare.hint":"指标并列显示；另一计划的 DVH 与等剂量线为虚线。","compare.shown":"当前","compare.other":"对照","compare.difference":"差值","compare.count":"{needles} 针，{seeds} 粒","sign.read":"请核对签署内容。之后的任何更改都会使签署失效。","sign.what":"项目","sign.value":"值","sign.as":"签署身份","sign.prepared":"制定者","sign.reviewed":"审核者","sign.name":"姓名","sign.reason":"理由或备注","sign.do":"签署","sign.no-name":"请填写姓名。","sign.done":"{role} {name}：已签署。","export.what":"计划将完整评估并核对，作为新版本写入原文件夹旁的新文件夹。原计划保持不变。","export.changes":"更改内容","export.broken":"违反的规则","export.sure":"仍然导出；将写入计划","export.not-sure":"存在违反的规则：请勾选确认。","export.name":"新文件夹名称","export.do":"导出","export.running":"正在评估、核对并写入 …","export.done":"已导出","fact.folder":"文件夹","fact.version":"版本","fact.parent":"来源版本","fact.files":"文件","fact.seed_length_mm":"粒子长度，mm","fact.level_text":"级别说明","fact.second check":"独立复核","fact.author":"作者","fact.reason":"原因","fact.at":"时间","fact.strength_label":"源强","fact.strength_at":"源强对应时间","fact.calibration":"标定","fact.needles":"针","fact.seeds":"粒子","fact.headline":"剂量","fact.goals":"目标","fact.status":"状态","fact.reasons":"未达标原因","fact.signatures":"签署","fact.prepared":"制定者","fact.reviewed":"审核者","fact.notes":"说明","fact.dose":"剂量","fact.access":"入路","fact.limits":"限值","fact.dose_gy":"剂量，Gy","fact.metric":"处方指标","fact.name":"名称","fact.model":"型号","fact.text":"内容","fact.met":"满足","fact.value":"值","fact.dose_met":"剂量达标","fact.limits_kept":"限量满足","fact.hash":"哈希值","fact.source":"粒子源","fact.level":"源数据级别","fact.prescription":"处方","fact.strength":"源强","fact.warnings":"警告","fact.second_check":"独立复核","fact.date":"日期","fact.approval":"审批","fact.edits":"修改","fact.metrics":"剂量指标","fact.verdict":"结论","fact.points":"点数","fact.max_relative_difference":"最大相对差",yes:"是",no:"否","help.keys":"按键","help.what":"作用","help.units":"坐标为 DICOM 患者坐标，mm（x 向左，y 向后，z 向上）。剂量为永久植入总剂量，Gy。","help.slice":"一层","help.slices":"十层","help.ends":"首层与末层","help.cursor":"在所有图像中设置十字线","help.follow":"十字线跟随","help.zoom":"缩放","help.pan":"平移","help.window":"窗宽窗位","help.presets":"软组织、肺、骨","help.reset":"重置视图","help.full":"单窗格或全部（双击）","help.toggles":"剂量色图、轮廓、等剂量线","help.needles":"下一根、上一根针","help.nudge":"沿针移动 0.5 mm；按 Shift 为 5 mm","help.undo":"撤销","help.redo":"重做","help.measure":"测距","help.escape":"取消拖动、退出工具、关闭","help.help":"本页","keys.Wheel, ↑ ↓":"滚轮, ↑ ↓","keys.Click":"单击","keys.Shift + move":"Shift + 移动","keys.Ctrl + wheel":"Ctrl + 滚轮","keys.Middle / Ctrl drag":"中键 / Ctrl 拖动","keys.Right drag":"右键拖动","keys.Arrows on a seed":"粒子上的方向键","state.delivered":"已植入",slab:"层厚投影","slab.of":"{mm} mm 内最大密度","slab.none":"单层","slab.shown":"{mm} mm 最大密度投影","tool.seed":"添加粒子","tool.seed.at":"点击粒子所在位置。按 Esc 停止。","tab.found":"找到的粒子","found.seeds":"找到的粒子","found.is":"对应","found.moved":"沿针、横向位移，mm","found.sure":"可信度","found.by-hand":"手动","found.counts":"计划 {planned} 颗，找到 {found} 颗；匹配 {matched} 颗，手动修正 {by_hand} 颗。","found.label":"粒子 {id}，{standing}","found.choose":"选择一颗粒子以移动、拆分或删除。在图像中可向任意方向拖动。","found.coordinate":"粒子 {id} 的{what}，{axis}","found.place":"位置，mm","found.axis":"轴向","found.split":"将粒子 {id} 拆分为两颗","found.remove":"删除粒子 {id}","found.details":"粒子 {id}","standing.planned":"针 {needle} 的粒子 {planned}","standing.extra":"计划外","standing.far":"远离靶区","standing.before":"原有",lost:"计划中未找到","lost.title":"针 {needle} 的粒子 {seed}","lost.take":"放在此处",doubtful:"存疑，未计入","doubtful.title":"可能是粒子（{confidence} %）","doubtful.take":"计入","metric.planned":"计划 {value}","check.what.found":"当前的粒子成为一个版本：完整计算已植入剂量及其不确定范围，并由独立编写的剂量程序复核。","export.what.found":"修正后的粒子及其剂量作为新的验证文件夹写在所打开文件夹旁边，与 tps verify --seeds 的结果相同。所打开的文件夹保持不变。","tool.forbid":"禁止区域","tool.forbid-directions":"禁止方向","forbid.axial":"请在横断面图像中绘制。","forbid.region":"禁止区域","forbid.do":"禁止","forbid.what":"下次计划中，任何针都不进入这些层面上所勾画的区域。","forbid.from":"起始层","forbid.to":"终止层","forbid.name":"名称","forbid.name.own":"例如 Forbidden 1","forbid.region.how":"按住按键，在横断面图像中沿区域边缘勾画。按 Esc 停止。","forbid.directions.how":"按住按键，在横断面图像中围绕靶区画一段弧：针不从该方向进入。按 Esc 停止。","forbid.list":"下次计划禁止","forbid.allow":"允许","forbid.allow.of":"重新允许：{what}","forbid.region.of":"针不得穿过 {name}，z {from} 至 {to} mm","forbid.directions.of":"针不得从 {from}° 至 {to}° 进入","forbid.region.title":"{name}：下次计划禁止进入","forbid.directions.title":"下次计划中针不从此方向进入",picture:"保存图像","picture.plan":"修订 {revision}，版本 {version}","picture.not-clinical":"不用于临床","picture.saved":"已保存为 {name}。","help.picture":"将当前图像保存为文件","region.Airway (from CT)":"气道（CT 识别）","region.Body (from CT)":"体表（CT 识别）","region.Bone (from CT)":"骨（CT 识别）","region.Bulla (from CT)":"肺大疱（CT 识别）","region.Contrast (from CT)":"造影剂（CT 识别）","region.Gas (from CT)":"气体（CT 识别）","region.Lung (from CT)":"肺（CT 识别）","region.Mediastinum (from CT)":"纵隔（CT 识别）","region.Spinal-Canal (from CT)":"椎管（CT 识别）","region.Vessel (from CT)":"血管（CT 识别）","fact.targets":"靶区","fact.plan_uid":"RT Plan UID（计划标识）","fact.sha256":"plan.json 的 SHA-256（校验和）"};var bl={en:bp,zh:Mp},wp={en:"English",zh:"简体中文"},Ml="en";function wl(i){Ml=i in bl?i:"en",document.documentElement.lang=Ml==="zh"?"zh-Hans":"en"}var ss=()=>Ml;function C(i,e={}){return(bl[Ml][i]??bl.en[i]??i).replace(/\{(\w+)\}/g,(n,s)=>s in e?String(e[s]):n)}function xr({name:i,kind:e}){let t=`region.${i}`;return e==="derived"&&na(t)?C(t):i}var na=i=>i in bl.en,Ze=(i,e=1)=>i==null||Number.isNaN(i)?"–":i.toFixed(e);var ia="token",$r="",Du="";function Tp(){let i=new URLSearchParams(location.hash.slice(1));if(i.has(ia)){$r=i.get(ia),sessionStorage.setItem(ia,$r),i.delete(ia);let e=i.toString();history.replaceState(null,"",location.pathname+(e?`#${e}`:""))}else $r=sessionStorage.getItem(ia)??"";return $r!==""}var Ep=()=>$r,Ap=i=>{Du=i},mn=class extends Error{constructor(e,t,n){super(t),this.status=e,this.body=n}};async function Nu(i,e={}){let t={Authorization:`Bearer ${$r}`,"Accept-Language":ss(),...e.headers};Du&&(t["X-Session"]=Du);let n;try{n=await fetch(i,{...e,headers:t,cache:"no-store"})}catch{throw new mn(0,"")}if(n.ok)return n;let s=await n.text(),r=null;try{r=JSON.parse(s)}catch{}throw new mn(n.status,r?.error??r?.message??s.slice(0,300),r)}var En=async i=>(await Nu(i)).json(),Pi=async(i,e={})=>(await Nu(i,{method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify(e)})).json();async function vs(i){let e=await Nu(i);return{header:JSON.parse(e.headers.get("X-Grid")??"null"),bytes:await e.arrayBuffer()}}var yr=null,sa=null,Cp=0;function Rp(){return yr=R("div",{id:"message",role:"status","aria-live":"polite"}),sa=R("div",{id:"banner",role:"alert",hidden:!0}),{line:yr,banner:sa}}function lt(i,e="info"){yr&&(Wn(yr,i),yr.title=i,yr.className=e,clearTimeout(Cp),Cp=setTimeout(()=>Wn(yr,""),12e3))}function ra(i){sa&&(sa.hidden=!i,Wn(sa,i??""))}var Wx=1500,vr=null,Tl=new Map;function pi(i,e){Tl.set(i,e)}function El(i){return vr?.readyState!==WebSocket.OPEN?!1:(vr.send(JSON.stringify(i)),!0)}function Uu(){vr=new WebSocket(`ws://${location.host}/ws`),vr.binaryType="arraybuffer",vr.addEventListener("open",()=>El({type:"hello",token:Ep(),language:ss()})),vr.addEventListener("message",({data:i})=>{if(typeof i!="string")return Tl.get("binary")?.(i);let e=JSON.parse(i);e.type==="welcome"&&Xx(e),e.type==="role"&&Pp(e.role),Tl.get(e.type)?.(e)}),vr.addEventListener("close",qx)}function Xx({role:i,session:e}){Ap(e),y.connected=!0,ra(""),Pp(i)}function Pp(i){y.role=i,De("role")}function qx(){y.connected&&(y.connected=!1,Tl.get("lost")?.(),De("role")),ra(C("server.lost")),setTimeout(Uu,Wx)}var oa={wheel:[],drag:[],exact:[]};function aa(i,e){requestAnimationFrame(()=>requestAnimationFrame(()=>{oa[i].push(performance.now()-e),oa[i].length>1e3&&oa[i].shift()}))}var Ip=(i,e)=>i[0]*e[0]+i[1]*e[1]+i[2]*e[2],qs=class{constructor(e,t){if(this.header=e,this.values=t,this.shape=[e.shape[2],e.shape[1],e.shape[0]],this.origin=e.origin_mm,this.spacing=e.spacing_mm,this.axes=e.axes??[[1,0,0],[0,1,0],[0,0,1]],t.length!==e.shape[0]*e.shape[1]*e.shape[2])throw new Error("dose of another size")}index(e){let t=[e[0]-this.origin[0],e[1]-this.origin[1],e[2]-this.origin[2]];return[0,1,2].map(n=>Ip(t,this.axes[n])/this.spacing[n])}steps(e){return[0,1,2].map(t=>Ip(e,this.axes[t])/this.spacing[t])}at(e){let t=this.blended(...this.index(e));return Number.isNaN(t)?null:t}onPlane(e,t,n,s,r,o){let a=o??new Float32Array(s*r),[l,c,h]=this.index(e),[d,u,f]=this.steps(t),[g,v,m]=this.steps(n),p=0;for(let S=0;S<r;S++){let P=l+S*g,T=c+S*v,L=h+S*m;for(let A=0;A<s;A++,P+=d,T+=u,L+=f)a[p++]=this.blended(P,T,L)}return a}blended(e,t,n){let[s,r,o]=this.shape;if(e<0||t<0||n<0||e>s-1||t>r-1||n>o-1)return NaN;let a=Math.min(s-2,e|0),l=Math.min(r-2,t|0),c=Math.min(o-2,n|0),h=e-a,d=t-l,u=n-c,f=this.values,g=(c*r+l)*s+a,v=g+s*r,m=(f[g]*(1-h)+f[g+1]*h)*(1-d)+(f[g+s]*(1-h)+f[g+s+1]*h)*d,p=(f[v]*(1-h)+f[v+1]*h)*(1-d)+(f[v+s]*(1-h)+f[v+s+1]*h)*d;return m*(1-u)+p*u}corners(){let e=this.shape.map((t,n)=>(t-1)*this.spacing[n]);return[0,1,2,3,4,5,6,7].map(t=>[0,1,2].map(n=>this.origin[n]+[0,1,2].reduce((s,r)=>s+(t>>r&1)*e[r]*this.axes[r][n],0)))}};function Lp(i){let e=new DataView(i).getUint32(0,!0),t=JSON.parse(new TextDecoder().decode(new Uint8Array(i,4,e))),n=4+e,s=t.sizes.map(r=>{let o=new Float32Array(i,n,r);return n+=o.byteLength,o});return{header:t,values:s}}var Ou=null,la=null;function ki(i,e=!1){if(!i||!e&&y.plan&&i!==y.plan&&(i.revision<y.plan.revision||i.revision===y.plan.revision&&i.checked==="preview"&&y.plan.checked!=="preview"))return;y.plan=i,y.preview=null;let{needle:t,seed:n}=y.selection;t!==null&&!Hn(i,t)?y.selection={needle:null,seed:null}:n!==null&&!ys(i,n)&&(y.selection={needle:t,seed:null}),De("plan"),Yx()}async function Yx(){let{plan:i}=y;if(!i)return;let e=i.revision;if(!(Ou===e||la===e)){la=e;try{let{header:t,bytes:n}=await vs(`/api/dose?revision=${i.revision}`);if(la!==e)return;y.dose=new qs(t,new Float32Array(n)),Ou=e,y.preview||(y.planes=null),De("dose")}catch(t){if(t instanceof mn)lt(t.message,"bad");else throw t}finally{la===e&&(la=null)}}}function ca(){Ou=null}async function Ss(){let i=await En("/api/state");y.server={...y.server,...i},y.original=i.original,ca(),ki(i.plan,!0)}var Al=0,Xt=null,ha=null;function Dp(){if(!tn()||Xt)return{to(){},end(){}};let i={base:y.plan.revision,edit:null,since:0,queued:!1,inFlight:0,asked:0,planes:[]};return Xt=i,De("drag"),{to(e,t){Xt!==i||JSON.stringify(e)===JSON.stringify(i.edit)||(Object.assign(i,{edit:e,since:t}),Zx(e),Up(i))},end(e){Xt===i&&Bp(i,e)}}}function Np(i="drag.cancelled"){return Xt?(Bp(Xt,!1),lt(C(i)),!0):!1}function Up(i){i.inFlight?i.queued=!0:Fp(i)}function Op(){Xt?.edit&&(Xt.since=performance.now(),Up(Xt))}function Fp(i){Object.assign(i,{queued:!1,inFlight:++Al,asked:i.since,planes:$x()});let e=i.planes.map(({plane:{origin:t,right:n,down:s,columns:r,rows:o}})=>({origin_mm:t,right_mm:n,down_mm:s,columns:r,rows:o}));El({type:"drag",serial:i.inFlight,base_revision:i.base,edit:i.edit,planes:e})||kp()}function $x(){return Object.entries(y.page.panes).filter(([,e])=>!e.node.hidden).map(([e,t])=>({name:e,plane:t.dosePlane?.()})).filter(({plane:e})=>e)}function Bp(i,e){Xt=null,De("drag"),i.edit&&(ha=e?{revision:i.base,at:performance.now()}:null,El({type:"drag-end",serial:++Al,base_revision:i.base,commit:e,edit:i.edit}),e||Fu())}function kp(){Xt&&(Xt=null,De("drag"),Fu(),ra(C("drag.lost")))}function Fu(){y.planes=null,ki(y.plan)}pi("lost",kp);pi("preview",i=>{Xt&&i.serial===Xt.inFlight&&Kx(i)});pi("ruled",i=>{Xt&&y.preview&&jx(i)});pi("binary",i=>{let{header:e,values:t}=Lp(i);!Xt||e.serial!==Xt.inFlight||(y.planes=Object.fromEntries(Xt.planes.map(({name:n,plane:s},r)=>[n,{...s,values:t[r]}])),De("dose"),aa("drag",Xt.asked),zp())});pi("error",i=>{if(lt(i.message,"bad"),Xt){i.serial===Xt.inFlight&&zp();return}Fu()});pi("plan",({plan:i})=>{Xt||(ki(i),!(!ha||i.checked==="preview"||i.revision<=ha.revision)&&(aa("exact",ha.at),ha=null))});function zp(){Xt.inFlight=0,Xt.queued&&Fp(Xt)}function Zx(i){let e=y.preview?.plan??{...y.plan,checked:"preview"};y.preview={serial:Al,plan:{...e,...Jx(i)}},De("preview")}function Jx(i){let e=y.plan;if(i.position_mm)return{seeds:e.seeds.map(c=>c.id===i.seed?{...c,position_mm:i.position_mm}:c)};let t=i.needle??e.seeds.find(c=>c.id===i.seed).needle,n=Hn(e,t),s={...n,entry_mm:i.entry_mm??n.entry_mm,tip_mm:i.tip_mm??n.tip_mm},r=s.tip_mm.map((c,h)=>c-s.entry_mm[h]),o=Math.hypot(...r),a=r.map(c=>c/o),l=e.seeds.map(c=>{if(c.needle!==t||i.seed&&c.id!==i.seed)return c;let h=i.depth_mm??c.depth_from_tip_mm;return{...c,direction:a,depth_from_tip_mm:h,position_mm:s.tip_mm.map((d,u)=>d-h*a[u])}});return{needles:e.needles.map(c=>c.id===t?{...s,length_mm:o}:c),seeds:l}}function Kx(i){let e=y.preview?.plan??y.plan,t={...e.dvh};for(let[n,s]of Object.entries(i.dvh))Object.hasOwn(t,n)&&(t[n]={...t[n],...s});y.preview={serial:i.serial,plan:{...e,checked:"preview",metrics:i.metrics,dvh:t}},De("preview")}function jx(i){let e=y.preview.plan,t=i.serial===Al&&!Xt.queued,n=(r,o)=>r.map(a=>{let l=o.find(c=>c.id===a.id);return l?t?{...a,...l}:{...a,rules:l.rules}:a});y.preview={serial:i.serial,plan:{...e,needles:n(e.needles,i.needles),seeds:n(e.seeds,i.seeds)}};let s=[i.impossible,...i.rules].filter(Boolean);lt(s.length?s.join(" · "):C("drag.fine"),s.length?"bad":"good"),De("preview")}var Vp=Promise.resolve(),Bu=0;function dn(i){return Il(async()=>{let e=typeof i=="function"?i(y.plan):i;return e?Pi("/api/edit",{base_revision:y.plan.revision,edit:e}):!1})}var Cl=()=>y.plan?.can_undo&&Il(()=>Pi("/api/undo")),Rl=()=>y.plan?.can_redo&&Il(()=>Pi("/api/redo")),Gp=()=>Il(()=>Pi("/api/original")),Pl=()=>Bu;function Il(i){if(!tn())return lt(C(y.connected?"drag.reader":"server.lost"),"bad"),Promise.resolve(!1);Bu++,De("busy");let e=Vp.then(async()=>{try{let t=await i();return t?(ca(),ki(t),Qx(t),!0):!1}catch(t){if(!(t instanceof mn))throw t;return lt(t.message||C("server.lost"),"bad"),t.status===409&&await Ss(),!1}finally{Bu--,De("busy")}});return Vp=e.catch(()=>{}),e}function Qx(i){let e=i.edits.at(-1),t=i.needles.filter(s=>s.rules.length).length+i.seeds.filter(s=>s.rules.length).length,n=e?e.text:C("edits.none");lt(t?`${n} · ${C("rules.broken",{count:t})}`:n,t?"bad":"info")}var Hp=.5,Wp=5;function Xp(i,e,t){if(Bn())return ey(i,e,t);let n={ArrowUp:-1,ArrowLeft:-1,ArrowDown:1,ArrowRight:1}[t.key];if(!n)return!1;if(t.repeat&&Pl())return!0;let s=n*(t.shiftKey?Wp:Hp);return dn(r=>{let o=ys(r,e);if(!o)return null;if(o.locked)return lt(C("drag.locked"));let a=Math.round((o.depth_from_tip_mm+s)*100)/100;return{type:"move-seed",seed:e,depth_mm:Math.max(0,a)}}),!0}function ey(i,e,t){let n=qp(i,t);return n?(t.repeat&&Pl()||dn(s=>{let r=ys(s,e);return r&&{type:"move-seed",seed:e,position_mm:r.position_mm.map((o,a)=>o+n[a])}}),!0):!1}function qp(i,e){let{u:t,v:n,su:s,sv:r}=i.plane,o={ArrowRight:[t,s],ArrowLeft:[t,-s],ArrowDown:[n,r],ArrowUp:[n,-r]}[e.key];if(!o)return null;let a=o[1]*(e.shiftKey?Wp:Hp);return i.frame.axes[o[0]].map(l=>l*a)}function Yp(i,e,t,n){let s=qp(i,n);return s?(n.repeat&&Pl()||dn(r=>{let o=Hn(r,e);if(!o)return null;let a=`${t}_mm`;return{type:"move-needle",needle:e,[a]:o[a].map((l,c)=>l+s[c])}}),!0):!1}function Ll(i){return y.plan.seeds.filter(t=>t.needle===i)[0]?.position_mm??Hn(y.plan,i)?.tip_mm}function Ys(i){y.display.tool=y.display.tool===i?"look":i,y.draft=null,y.display.tool==="needle"&&lt(C("tool.needle.entry")),y.display.tool==="measure"&&lt(C("tool.measure.from")),y.display.tool==="forbid"&&lt(C("forbid.region.how")),y.display.tool==="forbid-directions"&&lt(C("forbid.directions.how")),y.display.tool==="seed"&&lt(C("tool.seed.at")),De("display"),De("draft")}async function $p(i){y.display.tool==="measure"?ty(i):y.display.tool==="seed"?await Dl({position_mm:i}):y.draft?.entry?await ny(y.draft.entry,i):(y.draft={entry:i},lt(C("tool.needle.tip"))),De("draft")}function ty(i){if(!y.draft?.entry){y.draft={entry:i},lt(C("tool.measure.to"));return}y.measures=[...y.measures,{from:y.draft.entry,to:i}],y.draft=null,De("measures")}async function ny(i,e){y.draft=null;let t=new Set(y.plan.needles.map(s=>s.id)),n=s=>s.map(r=>Math.round(r*10)/10);if(await dn({type:"add-needle",entry_mm:n(i),tip_mm:n(e)})){let s=y.plan.needles.find(r=>!t.has(r.id));s&&kn(s.id),y.display.tool="look",De("display")}}async function Dl(i){let e=new Set(y.plan.seeds.map(t=>t.id));if(await dn({type:"add-seed",...i})){let t=y.plan.seeds.find(n=>!e.has(n.id));t&&kn(t.needle||null,t.id),y.display.tool="look",De("display")}}function Zp(i){y.draft?.entry&&(y.draft.tip=i,De("draft"))}function Jp(){y.measures=[],y.draft=null,De("measures")}function $s(i){y.display.window=i,y.ct?.setWindow(i),De("window")}var Zr=class{constructor(e,t){this.values=e,this.frame=t,this.table=new Uint32Array(65536),this.setWindow({width:400,level:40})}setWindow({width:e,level:t}){let n=t-e/2;for(let s=-32768;s<32768;s++){let r=Math.max(0,Math.min(255,Math.round((s-n)/e*255)));this.table[s&65535]=4278190080|r<<16|r<<8|r}}at(e){let[t,n,s]=this.frame.index(e).map(Math.round),[r,o,a]=this.frame.shape;return t<0||n<0||s<0||t>=r||n>=o||s>=a?null:this.values[(s*o+n)*r+t]}pixels(e,t,n=0){let{u:s,v:r,w:o,su:a,sv:l}=this.frame.planes[e],c=this.frame.shape,h=[1,c[0],c[0]*c[1]],[d,u]=[c[s],c[r]],f=new ImageData(d,u),g=new Uint32Array(f.data.buffer),{values:v,table:m}=this,p=0;for(let S=0;S<u;S++){let P=t*h[o]+(l>0?S:u-1-S)*h[r]+(a>0?0:d-1)*h[s],T=a*h[s];if(n)for(let L=0;L<d;L++,P+=T)g[p++]=m[iy(v,P,h[o],Math.max(0,t-n)-t,Math.min(c[o]-1,t+n)-t)&65535];else for(let L=0;L<d;L++,P+=T)g[p++]=m[v[P]&65535]}return f}oblique(e,t,n,s,r){let o=new ImageData(s,r),a=new Uint32Array(o.data.buffer),{shape:l,spacing:c}=this.frame,h=this.frame.index(e),d=p=>this.frame.directionToFrame(p).map((S,P)=>S/c[P]),[u,f]=[d(t),d(n)],[g,v,m]=l;for(let p=0;p<r;p++)for(let S=0;S<s;S++){let P=h[0]+p*f[0]+S*u[0],T=h[1]+p*f[1]+S*u[1],L=h[2]+p*f[2]+S*u[2];a[p*s+S]=this.table[this.blended(P,T,L,g,v,m)&65535]}return o}blended(e,t,n,s,r,o){let a=Math.floor(e),l=Math.floor(t),c=Math.floor(n);if(a<-1||l<-1||c<-1||a>=s||l>=r||c>=o)return-32768;let{values:h}=this,d=0;for(let u=0;u<8;u++){let f=Math.min(s-1,Math.max(0,a+(u&1))),g=Math.min(r-1,Math.max(0,l+(u>>1&1))),v=Math.min(o-1,Math.max(0,c+(u>>2))),m=(u&1?e-a:1-e+a)*(u&2?t-l:1-t+l)*(u&4?n-c:1-n+c);d+=m*h[(v*r+g)*s+f]}return Math.round(d)}},Sr=[{key:"soft",width:400,level:40},{key:"lung",width:1500,level:-600},{key:"bone",width:2500,level:480}];function iy(i,e,t,n,s){let r=-32768;for(let o=n;o<=s;o++){let a=i[e+o*t];a>r&&(r=a)}return r}var sy=Array.from({length:256},(i,e)=>{let t=e;for(let n=0;n<8;n++)t=t&1?3988292384^t>>>1:t>>>1;return t>>>0});function ry(i){let e=4294967295;for(let t of i)e=sy[(e^t)&255]^e>>>8;return(e^4294967295)>>>0}async function Kp(i,e,t){let n=new Uint8Array(await i.arrayBuffer()),s=c=>new TextEncoder().encode(c),r=[...s("iTXt"),...s(e),0,0,0,0,0,...s(t)],o=new Uint8Array(r.length+8),a=new DataView(o.buffer);a.setUint32(0,r.length-4),o.set(r,4),a.setUint32(r.length+4,ry(r));let l=n.length-12;return new Blob([n.slice(0,l),o,n.slice(l)],{type:"image/png"})}var Jr=2,jp=16,ua=8,oy=["stroke","stroke-width","stroke-dasharray","stroke-linecap","stroke-opacity","fill","fill-opacity","opacity","visibility","vector-effect","font-size","font-family","font-weight","text-anchor","paint-order","display"],ay=".pane-title, .pane-window, .letter, .crossed li, .empty";function ly(i){let e=Vt(),t=[C(`pane.${i.name}`),y.server.patient];return e&&(t.push(C("picture.plan",{revision:e.revision,version:e.version.slice(0,12)})),t.push(C(`checked.${e.checked}`),Bn()?C("state.delivered"):C(`state.${e.approval?.status??"unsigned"}`))),[t.filter(Boolean).join(" · "),`${y.server.software} · ${C("notice")} · ${C("picture.not-clinical")}`]}async function Nl(i){let e=ly(i),t=await cy(i,e),n=await new Promise(o=>t.toBlob(o,"image/png")),s=await Kp(n,"Description",e.join(`
`)),r=document.createElement("a");r.href=URL.createObjectURL(s),r.download=`seedwright-${i.name}${y.plan?`-revision-${y.plan.revision}`:""}.png`,r.click(),setTimeout(()=>URL.revokeObjectURL(r.href),1e4),lt(C("picture.saved",{name:r.download}))}async function cy(i,e){let{node:t}=i,[n,s]=[t.clientWidth,t.clientHeight],r=document.createElement("canvas"),o=`12px ${getComputedStyle(t).fontFamily}`,a=hy(r.getContext("2d"),e,o,n-2*ua);r.width=n*Jr,r.height=(s+2*ua+a.length*jp)*Jr;let l=r.getContext("2d");l.scale(Jr,Jr),l.fillStyle="#000",l.fillRect(0,0,n,r.height),i.drawNow();let c=t.querySelector("canvas");c&&!c.classList.contains("gone")&&l.drawImage(c,0,0,n,s);let h=t.querySelector("svg");h&&!h.classList.contains("gone")&&l.drawImage(await uy(h,n,s),0,0,n,s);for(let d of t.querySelectorAll(ay))dy(l,d,t);return fy(l,t),i.name!=="space"&&py(l,n),l.fillStyle="#e8ebef",l.font=o,l.textBaseline="middle",a.forEach((d,u)=>l.fillText(d,ua,s+ua+(u+.5)*jp,n-2*ua)),r}function hy(i,e,t,n){return i.font=t,e.flatMap(s=>{let r=[""];for(let o of s.split(" · ")){let a=r.at(-1)?`${r.at(-1)} · ${o}`:o;!r.at(-1)||i.measureText(a).width<=n?r[r.length-1]=a:r.push(o)}return r})}async function uy(i,e,t){let n=i.cloneNode(!0),[s,r]=[i,n].map(l=>[l,...l.querySelectorAll("*")]);s.forEach((l,c)=>{let h=getComputedStyle(l);for(let d of oy)r[c].setAttribute(d,h.getPropertyValue(d))}),n.setAttribute("width",e*Jr),n.setAttribute("height",t*Jr),n.setAttribute("xmlns","http://www.w3.org/2000/svg");let o=URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(n)],{type:"image/svg+xml"})),a=new Image;return a.src=o,await a.decode(),URL.revokeObjectURL(o),a}function dy(i,e,t){if(!e.getClientRects().length||getComputedStyle(e).visibility==="hidden")return;let[n,s]=[e.getBoundingClientRect(),t.getBoundingClientRect()],r=getComputedStyle(e);i.font=`${r.fontWeight} ${r.fontSize} ${r.fontFamily}`,i.textBaseline="top";let o=e.textContent.split(`
`),a=n.height/o.length;o.forEach((l,c)=>ku(i,l,n.x-s.x-t.clientLeft,n.y-s.y-t.clientTop+c*a,r.color))}function ku(i,e,t,n,s){i.lineWidth=3,i.strokeStyle="#000",i.strokeText(e,t,n),i.fillStyle=s,i.fillText(e,t,n)}function fy(i,e){let t=e.querySelector(".scale-bar");if(!t?.getClientRects().length)return;let[n,s]=[t.getBoundingClientRect(),e.getBoundingClientRect()],[r,o]=[n.x-s.x-e.clientLeft,n.bottom-s.y-e.clientTop];i.fillStyle="#fff",i.fillRect(r,o-2,n.width,2),i.font="12px sans-serif",i.textBaseline="bottom",ku(i,t.textContent,r+n.width/2-i.measureText(t.textContent).width/2,o-3,"#fff")}function py(i,e){if(!y.plan||!(y.display.isodoses||y.display.dose))return;let t=y.display.levels.filter(n=>n.shown).sort((n,s)=>s.gy-n.gy);i.font="11px sans-serif",i.textBaseline="middle",t.forEach((n,s)=>{let r=C("level.legend",{gy:Ze(n.gy),percent:Ze(n.percent,0)}),[o,a]=[e-132,30+15*s];i.setLineDash(n.dash?.length?n.dash.map(l=>Math.max(2,l)):[]),i.lineWidth=2.5,i.strokeStyle=n.colour,i.beginPath(),i.moveTo(o,a),i.lineTo(o+22,a),i.stroke(),i.setLineDash([]),ku(i,r,o+28,a,"#fff")})}var da=null;function bs(i,e,t=[]){Ul();let n=()=>r.close(),s=t.map(({label:o,action:a,primary:l,disabled:c})=>at(o,async()=>await a()!==!1&&n(),{class:l?"primary":null,disabled:c})),r=R("dialog",{"aria-label":i},R("h2",{text:i,tabindex:-1}),e,R("div",{class:"actions"},s,at(C("close"),n)));return r.addEventListener("close",()=>{r.remove(),da===r&&(da=null)}),document.body.append(r),da=r,r.showModal(),r.querySelector("h2").focus(),r}function Ul(){return da?(da.close(),!0):!1}var my=1.5,gy=10,_y=3,Kr=()=>y.plan??y.forbidden;function tm(i,e,t,n){return i.name!=="axial"?{end:()=>lt(C("forbid.axial"),"bad")}:y.display.tool==="forbid"?xy(i,e,t,n):vy(i,e,t,n)}function xy(i,e,t,n){let s=[e(t,n)],r=()=>{y.draft={outline:s},De("draft")};return{move:(o,a)=>{let l=e(o,a);Math.hypot(l[0]-s.at(-1)[0],l[1]-s.at(-1)[1])<my||(s.push(l),r())},end:o=>{y.draft=null,De("draft"),o&&s.length>2&&yy(i,s)}}}function yy(i,e){let{frame:t}=i,n=i.currentSlice(),s=t.spacing[2],r=t.shape[2],[o,a]=[-1,1].map(v=>Math.max(0,Math.min(r-1,n+v*Math.round(gy/s)))),l=(v,m)=>R("input",{id:v,type:"number",min:1,max:r,step:1,value:m+1}),[c,h]=[l("forbid-from",o),l("forbid-to",a)],d=R("input",{id:"forbid-name",type:"text",maxlength:60,placeholder:C("forbid.name.own")}),u=(v,m)=>R("label",{class:"field",for:v.id},R("span",{text:m}),v),f=R("div",{},R("p",{text:C("forbid.what")}),R("div",{class:"form"},u(c,C("forbid.from")),u(h,C("forbid.to")),u(d,C("forbid.name")))),g=()=>{let v=[c,h].map(p=>t.atSlice("axial",e[0],Number(p.value)-1)[2]),m=e.map(p=>[p[0],p[1]].map(S=>Math.round(S*10)/10));return im({type:"forbid-region",name:d.value.trim()||null,outline_mm:m,from_z_mm:Math.min(...v)-s/2,to_z_mm:Math.max(...v)+s/2}),!0};bs(C("forbid.region"),f,[{label:C("forbid.do"),action:g,primary:!0}])}function zu(){let i=y.contours.find(e=>e.structure.kind==="target");return i?i.centre():y.cursor}function vy(i,e,t,n){let s=zu(),r=Qp(i.frame,s,e(t,n)),o=r;return{move:(a,l)=>{o=Qp(i.frame,s,e(a,l)),y.draft={arc:em(r,o)},De("draft")},end:a=>{y.draft=null,De("draft");let l=em(r,o);a&&Ol(l)>=_y&&im({type:"forbid-directions",from_deg:Math.round(l.from_deg),to_deg:Math.round(l.to_deg)})}}}function Qp(i,e,t){let n=i.directionToFrame(t.map((s,r)=>s-e[r]));return Math.atan2(n[0],-n[1])*180/Math.PI}function em(i,e){return((e-i)%360+360)%360<=180?{from_deg:i,to_deg:e}:{from_deg:e,to_deg:i}}var Ol=({from_deg:i,to_deg:e})=>((e-i)%360+360)%360;function nm(i,e,t,n){let[s,r]=[Math.sin(t*Math.PI/180),Math.cos(t*Math.PI/180)];return e.map((o,a)=>o+n*(s*i.axes[0][a]-r*i.axes[1][a]))}async function im(i){if(y.display.tool="look",De("display"),y.plan)return dn(i);let{forbidden:e}=y,t=i.name??`Forbidden ${e.forbidden.length+1}`;i.type==="forbid-region"?e.forbidden.push({name:t,outline_mm:i.outline_mm,from_z_mm:i.from_z_mm,to_z_mm:i.to_z_mm}):e.not_from.push({from_deg:i.from_deg,to_deg:i.to_deg}),De("plan")}function Sy(i){if(y.plan)return dn({type:"allow",...i});let{forbidden:e}=y;"region"in i?e.forbidden=e.forbidden.filter(t=>t.name!==i.region):e.not_from.splice(i.directions,1),De("plan")}function sm(i){let{forbidden:e,not_from:t}=Kr(),n=(s,r)=>R("li",{},R("span",{text:s})," ",R("button",{type:"button",class:"small",text:C("forbid.allow"),"aria-label":C("forbid.allow.of",{what:s}),disabled:i,on:{click:()=>Sy(r)}}));return[...e.map(s=>n(C("forbid.region.of",{name:s.name,from:Ze(s.from_z_mm),to:Ze(s.to_z_mm)}),{region:s.name})),...t.map((s,r)=>n(C("forbid.directions.of",{from:Ze(s.from_deg,0),to:Ze(s.to_deg,0)}),{directions:r}))]}var by=3,My=100,wy=.2;function rm(i){let{node:e}=i,t=null,n=r=>{let o=e.getBoundingClientRect();return[r.clientX-o.left-e.clientLeft,r.clientY-o.top-e.clientTop]};e.addEventListener("pointerdown",r=>{if(t)return;e.focus({preventScroll:!0});let[o,a]=n(r);t={...Ay(i,r,o,a),x:o,y:a,startX:o,startY:a,id:r.pointerId,moved:!1},e.setPointerCapture(r.pointerId),r.preventDefault()}),e.addEventListener("pointermove",r=>{let[o,a]=n(r);if(De("hover",{pane:i,point:i.viewport.patient(o,a,i.frame.atSlice(i.name,y.cursor,i.currentSlice()))}),!t){r.shiftKey&&y.display.tool==="look"?rn(Ms(i,o,a)):Zp(Ms(i,o,a));return}r.pointerId===t.id&&(!t.moved&&Math.hypot(o-t.startX,a-t.startY)<by||(t.moved=!0,t.move?.(o,a,o-t.x,a-t.y,r),t.x=o,t.y=a))}),e.addEventListener("pointerup",r=>{if(!t||r.pointerId!==t.id)return;let o=t;t=null,o.end?.(!0,o.moved)});let s=()=>{let r=t;t=null,r?.end?.(!1,r.moved)};e.addEventListener("pointercancel",s),e.addEventListener("lostpointercapture",()=>t&&s()),window.addEventListener("blur",s),e.addEventListener("pointerleave",()=>De("hover",null)),e.addEventListener("contextmenu",r=>r.preventDefault()),Ty(i,n),i.cancelGesture=s}function Ty(i,e){let t=0;i.node.addEventListener("wheel",n=>{n.preventDefault();let[s,r]=e(n);if(n.ctrlKey||n.metaKey){i.viewport.zoom(n.deltaY<0?1.15:1/1.15,s,r),i.draw();return}let o=n.deltaMode===0?n.deltaY/My:Math.sign(n.deltaY);t=Math.sign(t)===-Math.sign(o)?o:t+o;let a=Math.trunc(t+Math.sign(t)*1e-6);a&&(t-=a,Vu(i,a),aa("wheel",n.timeStamp))},{passive:!1})}function Vu(i,e){rn(i.frame.atSlice(i.name,y.cursor,i.currentSlice()+e))}var Ey=new Set(["forbid","forbid-directions"]),Ms=(i,e,t)=>i.viewport.patient(e,t,y.cursor);function Ay(i,e,t,n){if(e.button===2)return Cy();if(e.button===1||e.ctrlKey||e.metaKey)return{move:(o,a,l,c)=>(i.viewport.pan(l,c),i.draw())};if(Ey.has(y.display.tool))return tm(i,(o,a)=>Ms(i,o,a),t,n);if(y.display.tool!=="look")return{end:o=>o&&$p(Ms(i,t,n))};let s=e.target.closest?.("[data-handle],[data-seed],[data-needle]");if(s)return Ry(i,s,t,n);let r=(o,a)=>rn(Ms(i,o,a));return r(t,n),{move:r}}function Cy(){let{width:i,level:e}=y.display.window,[t,n]=[i,e];return{move:(s,r,o,a)=>{t=Math.max(1,t+o*3),n-=a*3,$s({key:"free",width:Math.round(t),level:Math.round(n)})}}}function Ry(i,e,t,n){let s=Vt(),r=e.dataset.seed?ys(s,Number(e.dataset.seed)):null;if(Bn())return Py(i,e,r,t,n);let o=Hn(s,r?r.needle:Number(e.dataset.needle));if(!o)return{};let a=r?y.selection.seed===r.id:y.selection.needle===o.id;if(kn(o.id,r?.id??(a?y.selection.seed:null)),e.focus?.({preventScroll:!0}),!a)return{move:()=>lt(C("drag.again"))};let l=r&&r.locked||o.locked;return l||!tn()?{move:()=>lt(C(l?"drag.locked":"drag.reader"))}:r?Iy(i,o,r,t,n):Ly(i,o,e.dataset.handle??"whole",t,n)}function Py(i,e,t,n,s){if(!t)return kn(Number(e.dataset.needle)),{};let r=y.selection.seed===t.id;if(kn(t.needle||null,t.id),e.focus?.({preventScroll:!0}),!r||!tn())return{move:()=>lt(C(r?"drag.reader":"drag.again"))};let[o,a]=[Ms(i,n,s),t.position_mm];return Gu((l,c)=>{let h=Ms(i,l,c);return{type:"move-seed",seed:t.id,position_mm:a.map((d,u)=>Math.round((d+h[u]-o[u])*10)/10)}})}function Iy(i,e,t,n,s){let{frame:r,plane:o,viewport:a}=i,l=r.directionToFrame(t.direction),c=[l[o.u],l[o.v]],h=Math.hypot(...c);if(h<wy)return{move:()=>lt(C("drag.end-on"))};let[d,u]=a.fromScreen(n,s),f=e.length_mm;return Gu((g,v)=>{let[m,p]=a.fromScreen(g,v),S=((m-d)*c[0]+(p-u)*c[1])/h**2,P=Math.round((t.depth_from_tip_mm-S)*2)/2;return{type:"move-seed",seed:t.id,depth_mm:Math.max(0,Math.min(f,P))}})}function Ly(i,e,t,n,s){let r=Ms(i,n,s);return Gu((o,a)=>{let l=Ms(i,o,a),c=d=>d.map((u,f)=>Math.round((u+l[f]-r[f])*10)/10),h={type:"move-needle",needle:e.id};return t!=="tip"&&(h.entry_mm=c(e.entry_mm)),t!=="entry"&&(h.tip_mm=c(e.tip_mm)),h})}function Gu(i){let e=null;return{move:(t,n,s,r,o)=>{e??=Dp(),e.to(i(t,n),o.timeStamp)},end:(t,n)=>n&&e?.end(t)}}var am=[["Wheel, ↑ ↓","help.slice"],["PgUp PgDn","help.slices"],["Home End","help.ends"],["Click","help.cursor"],["Shift + move","help.follow"],["Ctrl + wheel","help.zoom"],["Middle / Ctrl drag","help.pan"],["Right drag","help.window"],["1 2 3","help.presets"],["R","help.reset"],["F","help.full"],["D C I","help.toggles"],["N P","help.needles"],["Arrows on a seed","help.nudge"],["Ctrl+Z","help.undo"],["Ctrl+Shift+Z","help.redo"],["M","help.measure"],["S","help.picture"],["Esc","help.escape"],["?","help.help"]];function lm({panes:i,showHelp:e,closeDialog:t}){let n=()=>i[y.display.active]??i.axial,s={1:()=>$s(Sr[0]),2:()=>$s(Sr[1]),3:()=>$s(Sr[2]),r:()=>Object.values(i).forEach(o=>o.reset()),f:()=>pa(y.display.layout==="all"?y.display.active:"all"),d:()=>fa("dose"),c:()=>fa("contours"),i:()=>fa("isodoses"),m:()=>Ys("measure"),s:()=>Nl(n()),n:()=>om(1),p:()=>om(-1),"?":e},r=o=>{if(o.key==="Escape")return void(Np()||Ny(i,t));if(o.target.closest("dialog"))return;if((o.ctrlKey||o.metaKey)&&o.key.toLowerCase()==="z"){o.preventDefault(),o.shiftKey?Rl():Cl();return}if(o.ctrlKey||o.metaKey||o.altKey||o.target.matches("input, select, textarea"))return;if(Dy(o,n))return o.preventDefault();let a=s[o.key.length===1?o.key.toLowerCase():o.key];a&&(o.preventDefault(),a())};return document.addEventListener("keydown",r),()=>document.removeEventListener("keydown",r)}function Dy(i,e){let t=i.target.closest("[data-seed]"),n=i.target.closest("[data-handle]");if(i.key==="Enter"||i.key===" "){if(!t&&!n)return!1;let a=Number(t?.dataset.seed);return kn(t?y.plan.seeds.find(l=>l.id===a).needle||null:Number(n.dataset.needle),t?a:null),!0}if(t)return Xp(e(),Number(t.dataset.seed),i);if(!i.target.closest("[data-pane]")||!e().frame)return!1;if(n)return Yp(e(),Number(n.dataset.needle),n.dataset.handle,i);let r=e().frame.shape[e().plane.w],o={ArrowUp:-1,ArrowDown:1,PageUp:-10,PageDown:10,Home:-r,End:r}[i.key];return o?(Vu(e(),o),!0):!1}function Ny(i,e){e()||(Object.values(i).forEach(t=>t.cancelGesture?.()),y.display.tool!=="look"?Ys(y.display.tool):y.selection.needle!==null&&kn(null))}function fa(i){y.display[i]=!y.display[i],De("display")}function pa(i){y.display.layout=i,De("layout")}function om(i){let e=y.plan?.needles.map(s=>s.id)??[];if(!e.length)return;let t=e.indexOf(y.selection.needle),n=e[(t<0?i>0?0:-1:t+i+e.length)%e.length]??e.at(-1);kn(n),rn(Ll(n))}var Uy=i=>{let[e,t,n]=i.map(s=>s/255<=.03928?s/255/12.92:((s/255+.055)/1.055)**2.4);return .2126*e+.7152*t+.0722*n};function jr(i){let e=[1,3,5].map(t=>parseInt(i.slice(t,t+2),16));for(;(Uy(e)+.05)/.05<5;)e=e.map(t=>t+Math.max(1,(255-t)*.06));return`#${e.map(t=>Math.round(Math.min(255,t)).toString(16).padStart(2,"0")).join("")}`}var Fl=(i,e)=>i[0]*e[0]+i[1]*e[1]+i[2]*e[2],Oy=[["R","L"],["A","P"],["I","S"]],Fy={axial:{u:0,v:1,w:2,wanted:[[0,1],[1,1]]},sagittal:{u:1,v:2,w:0,wanted:[[1,1],[2,-1]]},coronal:{u:0,v:2,w:1,wanted:[[0,1],[2,-1]]}},Qr=class{constructor(e){this.shape=[e.shape[2],e.shape[1],e.shape[0]],this.origin=e.origin_mm,this.spacing=e.spacing_mm,this.axes=e.axes,this.planes=Object.fromEntries(Object.entries(Fy).map(([t,n])=>[t,this.oriented(t,n)]))}oriented(e,{u:t,v:n,w:s,wanted:r}){let o=(h,[d,u])=>this.axes[h][d]*u<0?-1:1,a=o(t,r[0]),l=o(n,r[1]),c=(h,d)=>this.letter(this.axes[h].map(u=>u*d));return{name:e,u:t,v:n,w:s,su:a,sv:l,letters:{right:c(t,a),left:c(t,-a),bottom:c(n,l),top:c(n,-l)}}}letter(e){return e.map((t,n)=>[Math.abs(t),Oy[n][t>0?1:0]]).filter(([t])=>t>.35).sort((t,n)=>n[0]-t[0]).map(([,t])=>t).join("")}toFrame(e){let t=[e[0]-this.origin[0],e[1]-this.origin[1],e[2]-this.origin[2]];return[Fl(t,this.axes[0]),Fl(t,this.axes[1]),Fl(t,this.axes[2])]}toPatient(e){return[0,1,2].map(t=>this.origin[t]+e[0]*this.axes[0][t]+e[1]*this.axes[1][t]+e[2]*this.axes[2][t])}directionToFrame(e){return this.axes.map(t=>Fl(e,t))}index(e){return this.toFrame(e).map((t,n)=>t/this.spacing[n])}extent(e){return(this.shape[e]-1)*this.spacing[e]}slice(e,t){let n=this.planes[e].w;return Math.max(0,Math.min(this.shape[n]-1,Math.round(this.toFrame(t)[n]/this.spacing[n])))}clamped(e){return this.toPatient(this.toFrame(e).map((t,n)=>Math.max(0,Math.min(this.extent(n),t))))}atSlice(e,t,n){let s=this.planes[e].w,r=this.toFrame(t);return r[s]=Math.max(0,Math.min(this.shape[s]-1,n))*this.spacing[s],this.toPatient(r)}};var eo=class{constructor(e,t,n){this.structure=e,this.frame=n;let s=t.map(({z_mm:o,rings:a})=>{let l=a.map(c=>By(c,o,n));return{rings:l.map(c=>c.points),depth:l[0].depth}});this.planes=s.sort((o,a)=>o.depth-a.depth);let r=this.planes.slice(1).map((o,a)=>o.depth-this.planes[a].depth).filter(o=>o>.001);this.step=r.length?Math.min(...r):n.spacing[2]}axial(e){let t=null;for(let n of this.planes){let s=Math.abs(n.depth-e);s<=this.step/2+.001&&(t===null||s<Math.abs(t.depth-e))&&(t=n)}return t?t.rings:[]}centre(){let e=0,t=[0,0,0];for(let{rings:n,depth:s}of this.planes)for(let r of n)for(let o=0;o<r.length;o+=2)t[0]+=r[o],t[1]+=r[o+1],t[2]+=s,e++;return this.frame.toPatient(t.map(n=>n/e))}across(e,t){let n=this.planes.map(({rings:o,depth:a})=>({depth:a,spans:ky(o,e,t)})),s=[],r=this.step/2;return n.forEach(({depth:o,spans:a},l)=>{for(let u of a)s.push([u,o-r,u,o+r]);let c=n[l+1],h=c&&c.depth-o<1.5*this.step;cm(s,a,h?c.spans:[],o+r);let d=n[l-1];(!d||o-d.depth>=1.5*this.step)&&cm(s,[],a,o-r)}),s}contains(e){let[t,n,s]=this.frame.toFrame(e),r=!1;for(let o of this.axial(s))zy(o,t,n)&&(r=!r);return r}};function By(i,e,t){let n=new Float32Array(i.length),s=0;for(let r=0;r<i.length;r+=2){let[o,a,l]=t.toFrame([i[r],i[r+1],e]);n[r]=o,n[r+1]=a,s+=l}return{points:n,depth:s/(i.length/2)}}function ky(i,e,t){let n=1-e,s=[];for(let r of i){let o=r.length/2;for(let a=0;a<o;a++){let l=(a+1)%o,c=r[2*a+e]-t,h=r[2*l+e]-t;c>0!=h>0&&s.push(r[2*a+n]+(r[2*l+n]-r[2*a+n])*(c/(c-h)))}}return s.sort((r,o)=>r-o)}function cm(i,e,t,n){let s=[...e,...t].sort((r,o)=>r-o);for(let r=0;r+1<s.length;r+=2)s[r+1]>s[r]&&i.push([s[r],n,s[r+1],n])}function zy(i,e,t){let n=!1,s=i.length;for(let r=0,o=s-2;r<s;o=r,r+=2)i[r+1]>t!=i[o+1]>t&&e<(i[o]-i[r])*(t-i[r+1])/(i[o+1]-i[r+1])+i[r]&&(n=!n);return n}var Vy=[50,90,100,150,200];function Bl(i){return(i??[]).map((e,t)=>({...e,id:t,colour:jr(e.colour),percent:Math.round(e.percent*100)/100,shown:Vy.includes(Math.round(e.percent))}))}function Zs(i){let e=null,t;return(...n)=>((e===null||n.length!==e.length||n.some((s,r)=>!Object.is(s,e[r])))&&(t=i(...n),e=n),t)}var Gy=[[],[[3,0]],[[0,1]],[[3,1]],[[1,2]],null,[[0,2]],[[3,2]],[[2,3]],[[0,2]],null,[[1,2]],[[1,3]],[[0,1]],[[0,3]],[]];function kl(i,e,t,n){let s=new Map,r=o=>Wy(i,e,n,o);for(let o=0;o+1<t;o++)for(let a=0;a+1<e;a++){let l=o*e+a,c=i[l],h=i[l+1],d=i[l+e+1],u=i[l+e],f=(c>=n?1:0)|(h>=n?2:0)|(d>=n?4:0)|(u>=n?8:0);if(!(f===0||f===15||Number.isNaN(c+h+d+u)))for(let[g,v]of Gy[f]??Hy(f,(c+h+d+u)/4>=n))Xy(s,hm(l,e,g),hm(l,e,v))}return qy(s).map(o=>o.flatMap(r))}function Hy(i,e){return i===5===e?[[0,1],[2,3]]:[[3,0],[1,2]]}function hm(i,e,t){return[2*i,2*(i+1)+1,2*(i+e),2*i+1][t]}function Wy(i,e,t,n){let s=n>>1,r=n&1,o=s+(r?e:1),a=(t-i[s])/(i[o]-i[s]),l=s%e,c=(s-l)/e;return r?[l,c+a]:[l+a,c]}function Xy(i,e,t){for(let[n,s]of[[e,t],[t,e]]){let r=i.get(n);r?r.push(s):i.set(n,[s])}}function qy(i){let e=[],t=n=>{let s=[n],r=n;for(;;){let a=i.get(r)?.pop();if(a===void 0)break;let l=i.get(a);l.splice(l.indexOf(r),1),s.push(a),r=a}return s};for(let[n,s]of i)s.length===1&&e.push(t(n));for(let[n,s]of i)s.length&&e.push(t(n));return e}var Yy=.5,$y=.5;function Hu(i,e,t){if(!i)return null;let{frame:n,plane:s}=e,r=i.corners().map(p=>n.toFrame(p)),o=[0,1,2].map(p=>Math.min(...r.map(S=>S[p]))),a=[0,1,2].map(p=>Math.max(...r.map(S=>S[p]))),l=e.depth();if(l<o[s.w]||l>a[s.w])return null;let c=Math.max($y,Math.min(...i.spacing)*t),h=Math.floor((a[s.u]-o[s.u])/c)+1,d=Math.floor((a[s.v]-o[s.v])/c)+1,u=[0,0,0];u[s.u]=o[s.u],u[s.v]=o[s.v],u[s.w]=l;let f=p=>n.axes[p].map(S=>S*c),g=o[s.u],v=o[s.v],m=[g-c/2,v-c/2,g+(h-.5)*c,v+(d-.5)*c];return{origin:n.toPatient(u),right:f(s.u),down:f(s.v),columns:h,rows:d,step:c,u0:g,v0:v,depth:l,box:m}}function Wu(i,e){let t=Hu(i,e,Yy);if(!t)return null;let{origin:n,right:s,down:r,columns:o,rows:a}=t;return{...t,values:i.onPlane(n,s,r,o,a)}}function um(i){if(!y.planes)return y.dose?.at(i)??null;let e=y.frame.toFrame(i);for(let[t,{values:n,columns:s,rows:r,step:o,u0:a,v0:l,depth:c}]of Object.entries(y.planes)){let h=y.frame.planes[t];if(!h||Math.abs(e[h.w]-c)>.001)continue;let d=(e[h.u]-a)/o,u=(e[h.v]-l)/o;if(d<0||u<0||d>s-1||u>r-1)continue;let f=Math.min(s-2,d|0),g=Math.min(r-2,u|0),[v,m,p]=[d-f,u-g,g*s+f];return(n[p]*(1-v)+n[p+1]*v)*(1-m)+(n[p+s]*(1-v)+n[p+s+1]*v)*m}return null}function dm(i,e){let{values:t,columns:n,rows:s,step:r,u0:o,v0:a}=i;return kl(t,n,s,e).map(l=>{let c="";for(let h=0;h<l.length;h+=2)c+=`${h?"L":"M"}${(o+l[h]*r).toFixed(2)} ${(a+l[h+1]*r).toFixed(2)}`;return c}).join("")}function fm(i,e,t,n){let s=t.filter(c=>c.shown).sort((c,h)=>c.gy-h.gy);i.width=e.columns,i.height=e.rows;let r=new ImageData(e.columns,e.rows),o=new Uint32Array(r.data.buffer),a=s.map(c=>Zy(c.colour)),l=Math.round(255*n)<<24;for(let c=0;c<o.length;c++){let h=e.values[c],d=-1;for(;d+1<s.length&&h>=s[d+1].gy;)d++;if(d<0)continue;let u=Math.min(d+1,s.length-1),f=u===d?0:(h-s[d].gy)/(s[u].gy-s[d].gy),[g,v]=[a[d],a[u]],m=p=>Math.round(g[p]+(v[p]-g[p])*f);o[c]=l|m(2)<<16|m(1)<<8|m(0)}i.getContext("2d").putImageData(r,0,0)}var Zy=i=>[1,3,5].map(e=>parseInt(i.slice(e,e+2),16));var Jy=(i,e)=>Math.hypot(i[0]-e[0],i[1]-e[1],i[2]-e[2]);function mm(i){y.measures.forEach((e,t)=>pm(i,`measure${t}`,"measure",e.from,e.to)),y.draft?.entry&&pm(i,"draft","draft",y.draft.entry,y.draft.tip??y.draft.entry)}function pm(i,e,t,n,s){let{pane:r}=i,{plane:o,frame:a}=r,[l,c]=[a.toFrame(n),a.toFrame(s)],h=Math.min(Math.abs(l[o.w]-r.depth()),Math.abs(c[o.w]-r.depth()));if(t==="measure"&&h>a.spacing[o.w]/2+.1)return;let d=i.keep("marks",e,()=>ut("g",{class:t},ut("line"),ut("text"))),[u,f]=d.children,g={x1:l[o.u],y1:l[o.v],x2:c[o.u],y2:c[o.v]};for(let[m,p]of Object.entries(g))ft(u,m,p.toFixed(3));let v=1/r.viewport.scale;ft(f,"transform",`translate(${c[o.u]} ${c[o.v]}) scale(${o.su*v} ${o.sv*v}) translate(8 -6)`),Wn(f,`${Jy(n,s).toFixed(1)} mm`)}var Ky=70,jy=6;function _m(i){let{forbidden:e,not_from:t}=Kr();for(let n of e)Qy(i,n);i.pane.name==="axial"&&t.forEach((n,s)=>gm(i,`sector${s}`,"forbidden",n)),y.draft&&(y.draft.arc&&gm(i,"sector-draft","draft",y.draft.arc),y.draft.outline&&zl(i,"outline-draft","draft",y.draft.outline.map(n=>i.pane.frame.toFrame(n)),""))}function Qy(i,e){let{pane:t}=i,{plane:n,frame:s}=t,r=h=>e.outline_mm.map(([d,u])=>s.toFrame([d,u,h])),[o,a]=[r(e.from_z_mm),r(e.to_z_mm)],l=t.depth(),c=C("forbid.region.title",{name:e.name});if(t.name==="axial"){(o[0][2]-l)*(a[0][2]-l)<=0&&zl(i,`region${e.name}`,"forbidden",o,c);return}ev(o,n.w,n.u,l).forEach(([h,d],u)=>{let f=(g,v)=>{let m=[0,0,0];return m[n.u]=g,m[n.v]=v,m};zl(i,`region${e.name}/${u}`,"forbidden",[f(h,o[0][2]),f(d,o[0][2]),f(d,a[0][2]),f(h,a[0][2])],c)})}function ev(i,e,t,n){let s=[];return i.forEach((r,o)=>{let a=i[(o+1)%i.length];r[e]>n!=a[e]>n&&s.push(r[t]+(n-r[e])*(a[t]-r[t])/(a[e]-r[e]))}),s.sort((r,o)=>r-o),s.slice(1).flatMap((r,o)=>o%2===0?[[s[o],r]]:[])}function gm(i,e,t,n){let{frame:s}=i.pane,r=zu(),o=Math.max(2,Math.ceil(Ol(n)/jy)),a=Array.from({length:o+1},(l,c)=>nm(s,r,n.from_deg+c*Ol(n)/o,Ky));zl(i,e,t,[r,...a].map(l=>s.toFrame(l)),C("forbid.directions.title"))}function zl(i,e,t,n,s){let{plane:r}=i.pane,o=i.keep("marks",e,()=>ut("path",{class:`forbidden-mark ${t}`,"data-forbidden":e},ut("title")));ft(o,"d",`M${n.map(a=>`${a[r.u].toFixed(2)} ${a[r.v].toFixed(2)}`).join("L")}Z`),o.firstChild.textContent=s}var tv=4,nv=9;function ym(i){return i.standing?C("found.label",{id:i.id,standing:Vl(i)}):C("seed.label",{id:i.id,needle:i.needle,depth:Ze(i.depth_from_tip_mm)})}function Vl(i){return C(`standing.${i.standing}`,{planned:i.planned_seed,needle:i.needle})}function vm(i,e){e.lost.forEach(t=>xm(i,`lost${t.seed}`,"lost",t.planned_at_mm,C("lost.title",{seed:t.seed,needle:t.needle??"–"}))),e.doubtful.forEach((t,n)=>xm(i,`doubtful${n}`,"doubtful",t.position_mm,C("doubtful.title",{confidence:Ze(100*t.confidence,0)})))}function xm(i,e,t,n,s){let{pane:r}=i,o=r.frame.toFrame(n);if(Math.abs(o[r.plane.w]-r.depth())>tv+y.display.slab/2)return;let a=i.keep("marks",e,()=>ut("circle",{class:`found-mark ${t}`,"data-mark":e},ut("title")));ft(a,"cx",o[r.plane.u]),ft(a,"cy",o[r.plane.v]),ft(a,"r",nv/r.viewport.scale),a.firstChild.textContent=s}var Sm=2.5,bm=6,Hl=class{constructor(e){this.pane=e,this.world=ut("g",{class:"world"}),this.layers=Object.fromEntries(["contours","isodoses","other","targets","needles","seeds","handles","marks"].map(t=>[t,ut("g",{class:t})])),this.world.append(...Object.values(this.layers)),this.cross=ut("g",{class:"crosshair"}),this.hairs=[ut("line"),ut("line")],this.cross.append(...this.hairs),e.svg.append(this.world,this.cross),this.kept=new Map,this.outlines=Zs((t,n)=>t.map(s=>sv(s,e.name,n))),this.lines={isodoses:Zs(Mm),other:Zs(Mm)}}keep(e,t,n){let s=`${e}/${t}`,r=this.kept.get(s);return r||(r=n(),this.layers[e].append(r),this.kept.set(s,r)),this.used.add(s),r}draw(){this.used=new Set,ft(this.world,"transform",this.pane.viewport.matrix()),y.display.contours&&this.drawContours(),y.display.isodoses&&this.drawIsodoses();let e=Vt();e&&this.drawImplant(e),mm(this),(!e||e.forbidden)&&_m(this),e?.lost&&vm(this,e);for(let[t,n]of this.kept)this.used.has(t)||(n.remove(),this.kept.delete(t));this.drawCross()}drawContours(){let e=this.outlines(y.contours,this.pane.depth());y.contours.forEach(({structure:t},n)=>{let s=e[n];if(!s||y.display.hidden.has(t.name))return;let r=this.keep(t.kind==="target"?"targets":"contours",t.key,()=>ut("path",{class:`contour ${t.kind}`,stroke:t.colour,"data-structure":t.name,"stroke-dasharray":ma(t.dash)},ut("title",{text:xr(t)})));ft(r,"d",s)})}drawIsodoses(){let e=[["isodoses",this.pane.dose,this.pane.otherDose?"none":""],["other",this.pane.otherDose,"5 4"]];for(let[t,n,s]of e){if(!n)continue;let r=y.display.levels.filter(a=>a.shown),o=this.lines[t](n,r.map(a=>a.gy).join(" "));for(let[a,l]of r.entries()){let c=o[a];if(!c)continue;let h=this.keep(t,l.id,()=>ut("path",{class:"isodose"},ut("title")));ft(h,"d",c),ft(h,"stroke",l.colour),ft(h,"data-gy",l.gy),ft(h,"stroke-dasharray",s||ma(l.dash)),ft(h,"stroke-width",l.percent===100?2.4:1.5),h.firstChild.textContent=C("isodose.title",{gy:Ze(l.gy),percent:Ze(l.percent,0)})}}}drawImplant(e){let{plane:t,frame:n}=this.pane,s=this.pane.depth(),r=a=>{let l=n.toFrame(a);return[l[t.u],l[t.v],l[t.w]-s]};for(let a of e.needles)this.drawNeedle(a,r(a.entry_mm),r(a.tip_mm));for(let a of e.seeds)this.drawSeed(e,a,r);let o=Hn(e,y.selection.needle);o&&!Bn()&&this.drawHandles(o,r(o.entry_mm),r(o.tip_mm))}drawNeedle(e,t,n){let s=y.selection.needle===e.id,r=iv(t,n,Math.max(Sm,y.display.slab/2,this.pane.frame.spacing[this.pane.plane.w]/2));if(!r&&!s)return;let o=this.keep("needles",e.id,()=>ut("g",{class:"needle","data-needle":e.id},ut("line",{class:"whole"}),ut("line",{class:"grip"}),ut("line",{class:"near"}),ut("title"))),[a,l,c,h]=o.children;Gl(a,s?[t,n]:null),Gl(l,s?[t,n]:r),Gl(c,r),h.textContent=C("needle.title",{id:e.id,length:Ze(e.length_mm)}),o.classList.toggle("chosen",s),o.classList.toggle("broken",e.rules.length>0)}drawSeed(e,t,n){let[s,r,o]=n(t.position_mm),a=y.selection.seed===t.id,l=y.selection.needle===t.needle,c=Math.max(0,Math.abs(o)-y.display.slab/2);if(c>bm&&!a&&!l)return;let h=(e.seed_length_mm??4.5)/2,d=this.pane.frame.directionToFrame(t.direction),[u,f]=[d[this.pane.plane.u]*h,d[this.pane.plane.v]*h],g=this.keep("seeds",t.id,()=>ut("g",{class:"seed","data-seed":t.id,tabindex:0,role:"button"},ut("circle",{class:"grip"}),ut("line",{class:"focus"}),ut("line",{class:"edge"}),ut("line",{class:"body"}))),[v,m,p,S]=g.children,P=1/this.pane.viewport.scale,T=Math.max(4,.8/P),L=Math.hypot(u,f)<.05?[.05,0]:[u,f];for(let A of[m,p,S])Gl(A,[[s-L[0],r-L[1]],[s+L[0],r+L[1]]]);ft(S,"stroke-width",T),ft(p,"stroke-width",T+2.5),ft(m,"stroke-width",T+8),ft(v,"cx",s),ft(v,"cy",r),ft(v,"r",Math.max(h,9*P)),ft(g,"aria-label",ym(t)+(t.locked?`, ${C("locked")}`:"")),g.classList.toggle("faint",c>Sm),g.classList.toggle("chosen",a),g.classList.toggle("broken",t.rules.length>0),g.classList.toggle("locked",!!t.locked),g.classList.toggle("manual",!!(t.standing&&t.manual))}drawHandles(e,t,n){let s=1/this.pane.viewport.scale;for(let[r,o]of[["entry",t],["tip",n]]){let a=this.keep("handles",`${e.id}/${r}`,()=>ut("g",{class:`handle ${r}`,"data-handle":r,"data-needle":e.id,tabindex:0,role:"button"},ut("circle",{class:"grip"}),ut(r==="entry"?"rect":"circle",{class:"shape"}))),[l,c]=a.children;ft(l,"cx",o[0]),ft(l,"cy",o[1]),ft(l,"r",11*s);let h=5*s;if(r==="entry")for(let[d,u]of Object.entries({x:o[0]-h,y:o[1]-h,width:2*h,height:2*h}))ft(c,d,u);else for(let[d,u]of Object.entries({cx:o[0],cy:o[1],r:h}))ft(c,d,u);ft(a,"aria-label",C(`handle.${r}`,{id:e.id})),a.classList.toggle("faint",Math.abs(o[2])>bm)}}drawCross(){let{viewport:e,plane:t,frame:n}=this.pane,s=n.toFrame(y.cursor),[r,o]=e.toScreen(s[t.u],s[t.v]),[a,l]=e.size;for(let[c,h]of[[this.hairs[0],[0,o,a,o]],[this.hairs[1],[r,0,r,l]]])["x1","y1","x2","y2"].forEach((d,u)=>ft(c,d,h[u].toFixed(2)));ft(this.cross,"data-x",r.toFixed(2)),ft(this.cross,"data-y",o.toFixed(2))}},ma=i=>i?.length?i.map(e=>Math.max(2,e)).join(" "):null;function Gl(i,e){if(!e){i.setAttribute("visibility","hidden");return}i.removeAttribute("visibility"),["x1","y1","x2","y2"].forEach((t,n)=>ft(i,t,e[n>>1][n&1].toFixed(3)))}function iv(i,e,t){let[n,s]=[0,1],r=e[2]-i[2];for(let o of[t,-t]){let a=h=>o>0?i[2]+h*r-o:o-i[2]-h*r,[l,c]=[a(0),a(1)];if(l>0&&c>0)return null;l>0&&(n=Math.max(n,l/(l-c))),c>0&&(s=Math.min(s,l/(l-c)))}return n>=s?null:[n,s].map(o=>[i[0]+o*(e[0]-i[0]),i[1]+o*(e[1]-i[1])])}var sv=(i,e,t)=>e==="axial"?rv(i.axial(t)):ov(i.across(e==="sagittal"?0:1,t)),Mm=(i,e)=>e.split(" ").filter(Boolean).map(t=>dm(i,Number(t)));function rv(i){let e="";for(let t of i){for(let n=0;n<t.length;n+=2)e+=`${n?"L":"M"}${t[n].toFixed(2)} ${t[n+1].toFixed(2)}`;e+="Z"}return e}var ov=i=>i.map(([e,t,n,s])=>`M${e.toFixed(2)} ${t.toFixed(2)}L${n.toFixed(2)} ${s.toFixed(2)}`).join("");var Wl=class{constructor(e,t){this.frame=e,this.plane=t,this.centre=[e.extent(t.u)/2,e.extent(t.v)/2],this.scale=1,this.size=[1,1]}fit(e,t){let{u:n,v:s}=this.plane;this.centre=[(e[n]+t[n])/2,(e[s]+t[s])/2],this.scale=Math.min(this.size[0]/Math.max(1,t[n]-e[n]),this.size[1]/Math.max(1,t[s]-e[s]))}toScreen(e,t){return[this.size[0]/2+this.plane.su*(e-this.centre[0])*this.scale,this.size[1]/2+this.plane.sv*(t-this.centre[1])*this.scale]}fromScreen(e,t){return[this.centre[0]+this.plane.su*(e-this.size[0]/2)/this.scale,this.centre[1]+this.plane.sv*(t-this.size[1]/2)/this.scale]}patient(e,t,n){let s=this.frame.toFrame(n);return[s[this.plane.u],s[this.plane.v]]=this.fromScreen(e,t),this.frame.toPatient(s)}zoom(e,t,n){let s=this.fromScreen(t,n);this.scale=Math.max(.2,Math.min(60,this.scale*e));let r=this.fromScreen(t,n);this.centre=[this.centre[0]+s[0]-r[0],this.centre[1]+s[1]-r[1]]}pan(e,t){this.centre=[this.centre[0]-this.plane.su*e/this.scale,this.centre[1]-this.plane.sv*t/this.scale]}matrix(){let{su:e,sv:t}=this.plane,[n,s]=this.toScreen(0,0);return`matrix(${e*this.scale} 0 0 ${t*this.scale} ${n} ${s})`}};function Xl(i,e=90){return[100,50,20,10,5,2,1].find(t=>t*i<=e)??1}function wm(i,e,t){let n=[];for(let o of i?.needles??[])n.push(t.toFrame(o.entry_mm),t.toFrame(o.tip_mm));for(let o of e)if(o.structure.kind==="target")for(let{rings:a,depth:l}of o.planes)for(let c of a)for(let h=0;h<c.length;h+=2)n.push([c[h],c[h+1],l]);if(!n.length)return[[0,0,0],[0,1,2].map(o=>t.extent(o))];let s=[0,1,2].map(o=>Math.max(-25,Math.min(...n.map(a=>a[o]))-25)),r=[0,1,2].map(o=>Math.min(t.extent(o)+25,Math.max(...n.map(a=>a[o]))+25));return[s,r]}var Js=class{constructor(e){this.name=e,this.frame=y.frame,this.plane=y.frame.planes[e],this.viewport=y.views[e]??=new Wl(y.frame,this.plane),this.slice="",this.image=document.createElement("canvas"),this.wash=document.createElement("canvas"),this.build(),this.overlay=new Hl(this),this.sampled=Zs(t=>Wu(t,this)),this.otherSampled=Zs(t=>Wu(t,this)),this.painted=Zs((...t)=>this.paint(...t)),this.sized=0,this.draw=un(()=>this.drawNow()),Mt("cursor plan preview dose display selection measures draft compared",()=>this.draw()),Mt("window",()=>{this.slice="",this.draw()}),new ResizeObserver(()=>this.resize()).observe(this.node),rm(this)}build(){this.canvas=R("canvas",{"aria-hidden":"true"}),this.svg=ut("svg",{class:"overlay"}),this.title=R("div",{class:"pane-title"}),this.windowText=R("div",{class:"pane-window"}),this.bar=R("div",{class:"scale-bar"});let e=Object.entries(this.plane.letters).map(([t,n])=>R("span",{class:`letter ${t}`,text:n}));this.node=R("section",{class:"pane slice",tabindex:0,"data-pane":this.name,role:"group"},this.canvas,this.svg,this.title,this.windowText,this.bar,e),this.node.addEventListener("focus",()=>{y.display.active=this.name,De("layout")})}resize(){let{clientWidth:e,clientHeight:t}=this.node;if(!e||!t)return;let n=window.devicePixelRatio||1,s=this.viewport.size[0]===1,r=this.viewport.size;this.viewport.size=[e,t],this.canvas.width=Math.round(e*n),this.canvas.height=Math.round(t*n),this.sized++,ft(this.svg,"viewBox",`0 0 ${e} ${t}`),s?this.reset():this.viewport.scale*=Math.min(e/r[0],t/r[1]),this.draw()}reset(){this.viewport.fit(...wm(y.plan,y.contours,this.frame)),this.draw()}currentSlice(){return this.frame.slice(this.name,y.cursor)}depth(){return this.currentSlice()*this.frame.spacing[this.plane.w]}halfSlab(){return Math.floor(y.display.slab/2/this.frame.spacing[this.plane.w])}drawNow(){let{width:e,height:t}=this.canvas;if(!y.ct||e<2)return;let n=this.currentSlice();this.dose=y.display.dose||y.display.isodoses?this.shownDose():null,this.otherDose=y.otherDose&&y.display.isodoses?this.otherSampled(y.otherDose,this.depth()):null;let{scale:s,centre:r}=this.viewport,{levels:o,washOpacity:a,window:l}=y.display,c=y.display.dose?this.dose:null,h=c&&o.map(d=>[d.shown,d.gy,d.colour]).join(";")+a;this.painted(n,this.halfSlab(),l,this.sized,s,...r,c,h),this.overlay.draw(),this.label(n)}paint(e,t,n,s,r,o,a,l){let{width:c,height:h}=this.canvas,d=`${e}/${t}`;if(d!==this.slice){let g=y.ct.pixels(this.name,e,t);this.image.width=g.width,this.image.height=g.height,this.image.getContext("2d").putImageData(g,0,0),this.slice=d}let u=this.canvas.getContext("2d");u.setTransform(1,0,0,1,0,0),u.fillStyle="#000",u.fillRect(0,0,c,h);let f=c/this.viewport.size[0];u.setTransform(f,0,0,f,0,0),u.imageSmoothingQuality="medium",this.drawImage(u,this.image,this.box()),l&&(fm(this.wash,l,y.display.levels,y.display.washOpacity),this.drawImage(u,this.wash,l.box,l))}shownDose(){if(!y.planes)return this.sampled(y.dose,this.depth());let e=y.planes[this.name];return e?.depth===this.depth()?e:null}dosePlane(){return y.display.dose||y.display.isodoses?Hu(y.dose,this,1):null}box(){let e=s=>[-.5*this.frame.spacing[s],this.frame.extent(s)+.5*this.frame.spacing[s]],[t,n]=[e(this.plane.u),e(this.plane.v)];return[t[0],n[0],t[1],n[1]]}drawImage(e,t,[n,s,r,o],a=null){let[l,c]=this.viewport.toScreen(n,s),[h,d]=this.viewport.toScreen(r,o);if(!a){e.drawImage(t,Math.min(l,h),Math.min(c,d),Math.abs(h-l),Math.abs(d-c));return}e.save(),e.translate(l,c),e.scale((h-l)/t.width,(d-c)/t.height),e.drawImage(t,0,0),e.restore()}label(e){let t=this.frame.shape[this.plane.w],n=this.frame.atSlice(this.name,y.cursor,e)[this.plane.w],s=`${C(`pane.${this.name}`)}  ${e+1}/${t}  ${"xyz"[this.plane.w]} ${n.toFixed(1)} mm`,{window:r}=y.display;Wn(this.title,s);let o=y.display.slab?`${C("slab.shown",{mm:y.display.slab})}
`:"";Wn(this.windowText,o+C("window.shown",{width:r.width,level:r.level})),ft(this.node,"aria-label",C("pane.slice.label",{name:C(`pane.${this.name}`),slice:e+1,count:t})),ft(this.node,"data-slice",e);let a=Xl(this.viewport.scale);Wn(this.bar,`${a} mm`),this.bar.style.width=`${a*this.viewport.scale}px`,this.node.classList.toggle("active",y.display.active===this.name),this.node.classList.toggle("preview",y.preview!==null||Vt()?.checked==="preview")}};var lr={LEFT:0,MIDDLE:1,RIGHT:2,ROTATE:0,DOLLY:1,PAN:2},cr={ROTATE:0,PAN:1,DOLLY_PAN:2,DOLLY_ROTATE:3},tg=0,vd=1,ng=2;var Ya=1,ig=2,Ao=3,hr=0,ri=1,Di=2,Er=0,Co=1,Sd=2,bd=3,Md=4,sg=5;var Ar=100,rg=101,og=102,ag=103,lg=104,cg=200,hg=201,ug=202,dg=203,wd=204,Td=205,fg=206,pg=207,mg=208,gg=209,_g=210,xg=211,yg=212,vg=213,Sg=214,gc=0,_c=1,xc=2,go=3,yc=4,vc=5,Sc=6,bc=7,Kc=0,bg=1,Mg=2,hs=0,Ed=1,Ad=2,Cd=3,Rd=4,Pd=5,Id=6,Ld=7;var Dd=300,Cr=301,Ro=302,jc=303,Qc=304,Mc=1e3,os=1001,wc=1002,Vn=1003,wg=1004;var $a=1005;var si=1006,eh=1007;var Us=1008;var li=1009,Nd=1010,Ud=1011,Po=1012,th=1013,Wi=1014,Xi=1015,qi=1016,nh=1017,ih=1018,Rr=1020,Od=35902,Fd=35899,Bd=1021,kd=1022,Yi=1023,Ps=1026,Os=1027,zd=1028,sh=1029,ur=1030,rh=1031;var oh=1033,Za=33776,Ja=33777,Ka=33778,ja=33779,ah=35840,lh=35841,ch=35842,hh=35843,uh=36196,dh=37492,fh=37496,ph=37488,mh=37489,Qa=37490,gh=37491,_h=37808,xh=37809,yh=37810,vh=37811,Sh=37812,bh=37813,Mh=37814,wh=37815,Th=37816,Eh=37817,Ah=37818,Ch=37819,Rh=37820,Ph=37821,Ih=36492,Lh=36494,Dh=36495,Nh=36283,Uh=36284,el=36285,Oh=36286;var wa=2300,Tc=2301,pc=2302,dd=2303,fd=2400,pd=2401,md=2402;var Tg=3200;var Fh=0,Eg=1,Fs="",_i="srgb",Ta="srgb-linear",Ea="linear",Dt="srgb";var mc=7680;var Ag=519,Cg=512,Rg=513,Pg=514,Vd=515,Ig=516,Lg=517,Gd=518,Hd=519,Dg=35044;var Wd="300 es",Li=2e3,_o=2001;function av(i){for(let e=i.length-1;e>=0;--e)if(i[e]>=65535)return!0;return!1}function lv(i){return ArrayBuffer.isView(i)&&!(i instanceof DataView)}function Aa(i){return document.createElementNS("http://www.w3.org/1999/xhtml",i)}function Ng(){let i=Aa("canvas");return i.style.display="block",i}var Tm={},xo=null;function Xd(...i){let e="THREE."+i.shift();xo?xo("log",e,...i):console.log(e,...i)}function Ug(i){let e=i[0];if(typeof e=="string"&&e.startsWith("TSL:")){let t=i[1];t&&t.isStackTrace?i[0]+=" "+t.getLocation():i[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return i}function Je(...i){i=Ug(i);let e="THREE."+i.shift();if(xo)xo("warn",e,...i);else{let t=i[0];t&&t.isStackTrace?console.warn(t.getError(e)):console.warn(e,...i)}}function nt(...i){i=Ug(i);let e="THREE."+i.shift();if(xo)xo("error",e,...i);else{let t=i[0];t&&t.isStackTrace?console.error(t.getError(e)):console.error(e,...i)}}function Sa(...i){let e=i.join(" ");e in Tm||(Tm[e]=!0,Je(...i))}function Og(i,e,t){return new Promise(function(n,s){function r(){switch(i.clientWaitSync(e,i.SYNC_FLUSH_COMMANDS_BIT,0)){case i.WAIT_FAILED:s();break;case i.TIMEOUT_EXPIRED:setTimeout(r,t);break;default:n()}}setTimeout(r,t)})}var Fg={[gc]:gc,[xc]:Sc,[yc]:yc,[go]:vc,[_c]:_c,[Sc]:xc,[bc]:bc,[vc]:go},Hi=class{addEventListener(e,t){this._listeners===void 0&&(this._listeners={});let n=this._listeners;n[e]===void 0&&(n[e]=[]),n[e].indexOf(t)===-1&&n[e].push(t)}hasEventListener(e,t){let n=this._listeners;return n===void 0?!1:n[e]!==void 0&&n[e].indexOf(t)!==-1}removeEventListener(e,t){let n=this._listeners;if(n===void 0)return;let s=n[e];if(s!==void 0){let r=s.indexOf(t);r!==-1&&s.splice(r,1)}}dispatchEvent(e){let t=this._listeners;if(t===void 0)return;let n=t[e.type];if(n!==void 0){e.target=this;let s=n.slice(0);for(let r=0,o=s.length;r<o;r++)s[r].call(this,e);e.target=null}}},$n=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"],Em=1234567,ba=Math.PI/180,yo=180/Math.PI;function Io(){let i=Math.random()*4294967295|0,e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,n=Math.random()*4294967295|0;return($n[i&255]+$n[i>>8&255]+$n[i>>16&255]+$n[i>>24&255]+"-"+$n[e&255]+$n[e>>8&255]+"-"+$n[e>>16&15|64]+$n[e>>24&255]+"-"+$n[t&63|128]+$n[t>>8&255]+"-"+$n[t>>16&255]+$n[t>>24&255]+$n[n&255]+$n[n>>8&255]+$n[n>>16&255]+$n[n>>24&255]).toLowerCase()}function vt(i,e,t){return Math.max(e,Math.min(t,i))}function qd(i,e){return(i%e+e)%e}function cv(i,e,t,n,s){return n+(i-e)*(s-n)/(t-e)}function hv(i,e,t){return i!==e?(t-i)/(e-i):0}function Ma(i,e,t){return(1-t)*i+t*e}function uv(i,e,t,n){return Ma(i,e,1-Math.exp(-t*n))}function dv(i,e=1){return e-Math.abs(qd(i,e*2)-e)}function fv(i,e,t){return i<=e?0:i>=t?1:(i=(i-e)/(t-e),i*i*(3-2*i))}function pv(i,e,t){return i<=e?0:i>=t?1:(i=(i-e)/(t-e),i*i*i*(i*(i*6-15)+10))}function mv(i,e){return i+Math.floor(Math.random()*(e-i+1))}function gv(i,e){return i+Math.random()*(e-i)}function _v(i){return i*(.5-Math.random())}function xv(i){i!==void 0&&(Em=i);let e=Em+=1831565813;return e=Math.imul(e^e>>>15,e|1),e^=e+Math.imul(e^e>>>7,e|61),((e^e>>>14)>>>0)/4294967296}function yv(i){return i*ba}function vv(i){return i*yo}function Sv(i){return i>0&&Number.isInteger(i)&&2**Math.round(Math.log2(i))===i}function bv(i){return Math.pow(2,Math.ceil(Math.log(i)/Math.LN2))}function Yd(i){return Math.pow(2,Math.floor(Math.log(i)/Math.LN2))}function Mv(i,e,t,n,s){let r=Math.cos,o=Math.sin,a=r(t/2),l=o(t/2),c=r((e+n)/2),h=o((e+n)/2),d=r((e-n)/2),u=o((e-n)/2),f=r((n-e)/2),g=o((n-e)/2);switch(s){case"XYX":i.set(a*h,l*d,l*u,a*c);break;case"YZY":i.set(l*u,a*h,l*d,a*c);break;case"ZXZ":i.set(l*d,l*u,a*h,a*c);break;case"XZX":i.set(a*h,l*g,l*f,a*c);break;case"YXY":i.set(l*f,a*h,l*g,a*c);break;case"ZYZ":i.set(l*g,l*f,a*h,a*c);break;default:Je("MathUtils: .setQuaternionFromProperEuler() encountered an unknown order: "+s)}}function $d(i){switch(i.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function Bg(i,e){if(e.constructor===Float32Array)return i;let t=$d(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(i/t,-1)}function kg(i,e){if(e.constructor===Float32Array)return i;let t=$d(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(i*t)}var Zd={DEG2RAD:ba,RAD2DEG:yo,generateUUID:Io,clamp:vt,euclideanModulo:qd,mapLinear:cv,inverseLerp:hv,lerp:Ma,damp:uv,pingpong:dv,smoothstep:fv,smootherstep:pv,randInt:mv,randFloat:gv,randFloatSpread:_v,seededRandom:xv,degToRad:yv,radToDeg:vv,isPowerOfTwo:Sv,ceilPowerOfTwo:bv,floorPowerOfTwo:Yd,setQuaternionFromProperEuler:Mv,normalize:kg,denormalize:Bg},je=class{static{this.prototype.isVector2=!0}constructor(e=0,t=0){this.x=e,this.y=t}get width(){return this.x}set width(e){this.x=e}get height(){return this.y}set height(e){this.y=e}set(e,t){return this.x=e,this.y=t,this}setScalar(e){return this.x=e,this.y=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;default:throw new Error("THREE.Vector2: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y)}copy(e){return this.x=e.x,this.y=e.y,this}add(e){return this.x+=e.x,this.y+=e.y,this}addScalar(e){return this.x+=e,this.y+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this}subScalar(e){return this.x-=e,this.y-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this}multiply(e){return this.x*=e.x,this.y*=e.y,this}multiplyScalar(e){return this.x*=e,this.y*=e,this}divide(e){return this.x/=e.x,this.y/=e.y,this}divideScalar(e){return this.multiplyScalar(1/e)}applyMatrix3(e){let t=this.x,n=this.y,s=e.elements;return this.x=s[0]*t+s[3]*n+s[6],this.y=s[1]*t+s[4]*n+s[7],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this}clamp(e,t){return this.x=vt(this.x,e.x,t.x),this.y=vt(this.y,e.y,t.y),this}clampScalar(e,t){return this.x=vt(this.x,e,t),this.y=vt(this.y,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(vt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(e){return this.x*e.x+this.y*e.y}cross(e){return this.x*e.y-this.y*e.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(vt(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y;return t*t+n*n}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this}equals(e){return e.x===this.x&&e.y===this.y}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this}rotateAround(e,t){let n=Math.cos(t),s=Math.sin(t),r=this.x-e.x,o=this.y-e.y;return this.x=r*n-o*s+e.x,this.y=r*s+o*n+e.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},vi=class{constructor(e=0,t=0,n=0,s=1){this.isQuaternion=!0,this._x=e,this._y=t,this._z=n,this._w=s}static slerpFlat(e,t,n,s,r,o,a){let l=n[s+0],c=n[s+1],h=n[s+2],d=n[s+3],u=r[o+0],f=r[o+1],g=r[o+2],v=r[o+3];if(d!==v||l!==u||c!==f||h!==g){let m=l*u+c*f+h*g+d*v;m<0&&(u=-u,f=-f,g=-g,v=-v,m=-m);let p=1-a;if(m<.9995){let S=Math.acos(m),P=Math.sin(S);p=Math.sin(p*S)/P,a=Math.sin(a*S)/P,l=l*p+u*a,c=c*p+f*a,h=h*p+g*a,d=d*p+v*a}else{l=l*p+u*a,c=c*p+f*a,h=h*p+g*a,d=d*p+v*a;let S=1/Math.sqrt(l*l+c*c+h*h+d*d);l*=S,c*=S,h*=S,d*=S}}e[t]=l,e[t+1]=c,e[t+2]=h,e[t+3]=d}static multiplyQuaternionsFlat(e,t,n,s,r,o){let a=n[s],l=n[s+1],c=n[s+2],h=n[s+3],d=r[o],u=r[o+1],f=r[o+2],g=r[o+3];return e[t]=a*g+h*d+l*f-c*u,e[t+1]=l*g+h*u+c*d-a*f,e[t+2]=c*g+h*f+a*u-l*d,e[t+3]=h*g-a*d-l*u-c*f,e}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get w(){return this._w}set w(e){this._w=e,this._onChangeCallback()}set(e,t,n,s){return this._x=e,this._y=t,this._z=n,this._w=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(e){return this._x=e.x,this._y=e.y,this._z=e.z,this._w=e.w,this._onChangeCallback(),this}setFromEuler(e,t=!0){let n=e._x,s=e._y,r=e._z,o=e._order,a=Math.cos,l=Math.sin,c=a(n/2),h=a(s/2),d=a(r/2),u=l(n/2),f=l(s/2),g=l(r/2);switch(o){case"XYZ":this._x=u*h*d+c*f*g,this._y=c*f*d-u*h*g,this._z=c*h*g+u*f*d,this._w=c*h*d-u*f*g;break;case"YXZ":this._x=u*h*d+c*f*g,this._y=c*f*d-u*h*g,this._z=c*h*g-u*f*d,this._w=c*h*d+u*f*g;break;case"ZXY":this._x=u*h*d-c*f*g,this._y=c*f*d+u*h*g,this._z=c*h*g+u*f*d,this._w=c*h*d-u*f*g;break;case"ZYX":this._x=u*h*d-c*f*g,this._y=c*f*d+u*h*g,this._z=c*h*g-u*f*d,this._w=c*h*d+u*f*g;break;case"YZX":this._x=u*h*d+c*f*g,this._y=c*f*d+u*h*g,this._z=c*h*g-u*f*d,this._w=c*h*d-u*f*g;break;case"XZY":this._x=u*h*d-c*f*g,this._y=c*f*d-u*h*g,this._z=c*h*g+u*f*d,this._w=c*h*d+u*f*g;break;default:Je("Quaternion: .setFromEuler() encountered an unknown order: "+o)}return t===!0&&this._onChangeCallback(),this}setFromAxisAngle(e,t){let n=t/2,s=Math.sin(n);return this._x=e.x*s,this._y=e.y*s,this._z=e.z*s,this._w=Math.cos(n),this._onChangeCallback(),this}setFromRotationMatrix(e){let t=e.elements,n=t[0],s=t[4],r=t[8],o=t[1],a=t[5],l=t[9],c=t[2],h=t[6],d=t[10],u=n+a+d;if(u>0){let f=.5/Math.sqrt(u+1);this._w=.25/f,this._x=(h-l)*f,this._y=(r-c)*f,this._z=(o-s)*f}else if(n>a&&n>d){let f=2*Math.sqrt(1+n-a-d);this._w=(h-l)/f,this._x=.25*f,this._y=(s+o)/f,this._z=(r+c)/f}else if(a>d){let f=2*Math.sqrt(1+a-n-d);this._w=(r-c)/f,this._x=(s+o)/f,this._y=.25*f,this._z=(l+h)/f}else{let f=2*Math.sqrt(1+d-n-a);this._w=(o-s)/f,this._x=(r+c)/f,this._y=(l+h)/f,this._z=.25*f}return this._onChangeCallback(),this}setFromUnitVectors(e,t){let n=e.dot(t)+1;return n<1e-8?(n=0,Math.abs(e.x)>Math.abs(e.z)?(this._x=-e.y,this._y=e.x,this._z=0,this._w=n):(this._x=0,this._y=-e.z,this._z=e.y,this._w=n)):(this._x=e.y*t.z-e.z*t.y,this._y=e.z*t.x-e.x*t.z,this._z=e.x*t.y-e.y*t.x,this._w=n),this.normalize()}angleTo(e){return 2*Math.acos(Math.abs(vt(this.dot(e),-1,1)))}rotateTowards(e,t){let n=this.angleTo(e);if(n===0)return this;let s=Math.min(1,t/n);return this.slerp(e,s),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(e){return this._x*e._x+this._y*e._y+this._z*e._z+this._w*e._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let e=this.length();return e===0?(this._x=0,this._y=0,this._z=0,this._w=1):(e=1/e,this._x=this._x*e,this._y=this._y*e,this._z=this._z*e,this._w=this._w*e),this._onChangeCallback(),this}multiply(e){return this.multiplyQuaternions(this,e)}premultiply(e){return this.multiplyQuaternions(e,this)}multiplyQuaternions(e,t){let n=e._x,s=e._y,r=e._z,o=e._w,a=t._x,l=t._y,c=t._z,h=t._w;return this._x=n*h+o*a+s*c-r*l,this._y=s*h+o*l+r*a-n*c,this._z=r*h+o*c+n*l-s*a,this._w=o*h-n*a-s*l-r*c,this._onChangeCallback(),this}slerp(e,t){let n=e._x,s=e._y,r=e._z,o=e._w,a=this.dot(e);a<0&&(n=-n,s=-s,r=-r,o=-o,a=-a);let l=1-t;if(a<.9995){let c=Math.acos(a),h=Math.sin(c);l=Math.sin(l*c)/h,t=Math.sin(t*c)/h,this._x=this._x*l+n*t,this._y=this._y*l+s*t,this._z=this._z*l+r*t,this._w=this._w*l+o*t,this._onChangeCallback()}else this._x=this._x*l+n*t,this._y=this._y*l+s*t,this._z=this._z*l+r*t,this._w=this._w*l+o*t,this.normalize();return this}slerpQuaternions(e,t,n){return this.copy(e).slerp(t,n)}random(){let e=2*Math.PI*Math.random(),t=2*Math.PI*Math.random(),n=Math.random(),s=Math.sqrt(1-n),r=Math.sqrt(n);return this.set(s*Math.sin(e),s*Math.cos(e),r*Math.sin(t),r*Math.cos(t))}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._w===this._w}fromArray(e,t=0){return this._x=e[t],this._y=e[t+1],this._z=e[t+2],this._w=e[t+3],this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._w,e}fromBufferAttribute(e,t){return this._x=e.getX(t),this._y=e.getY(t),this._z=e.getZ(t),this._w=e.getW(t),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},$=class{static{this.prototype.isVector3=!0}constructor(e=0,t=0,n=0){this.x=e,this.y=t,this.z=n}set(e,t,n){return n===void 0&&(n=this.z),this.x=e,this.y=t,this.z=n,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;default:throw new Error("THREE.Vector3: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this}multiplyVectors(e,t){return this.x=e.x*t.x,this.y=e.y*t.y,this.z=e.z*t.z,this}applyEuler(e){return this.applyQuaternion(Am.setFromEuler(e))}applyAxisAngle(e,t){return this.applyQuaternion(Am.setFromAxisAngle(e,t))}applyMatrix3(e){let t=this.x,n=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[3]*n+r[6]*s,this.y=r[1]*t+r[4]*n+r[7]*s,this.z=r[2]*t+r[5]*n+r[8]*s,this}applyNormalMatrix(e){return this.applyMatrix3(e).normalize()}applyMatrix4(e){let t=this.x,n=this.y,s=this.z,r=e.elements,o=1/(r[3]*t+r[7]*n+r[11]*s+r[15]);return this.x=(r[0]*t+r[4]*n+r[8]*s+r[12])*o,this.y=(r[1]*t+r[5]*n+r[9]*s+r[13])*o,this.z=(r[2]*t+r[6]*n+r[10]*s+r[14])*o,this}applyQuaternion(e){let t=this.x,n=this.y,s=this.z,r=e.x,o=e.y,a=e.z,l=e.w,c=2*(o*s-a*n),h=2*(a*t-r*s),d=2*(r*n-o*t);return this.x=t+l*c+o*d-a*h,this.y=n+l*h+a*c-r*d,this.z=s+l*d+r*h-o*c,this}project(e){return this.applyMatrix4(e.matrixWorldInverse).applyMatrix4(e.projectionMatrix)}unproject(e){return this.applyMatrix4(e.projectionMatrixInverse).applyMatrix4(e.matrixWorld)}transformDirection(e){let t=this.x,n=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[4]*n+r[8]*s,this.y=r[1]*t+r[5]*n+r[9]*s,this.z=r[2]*t+r[6]*n+r[10]*s,this.normalize()}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this}divideScalar(e){return this.multiplyScalar(1/e)}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this}clamp(e,t){return this.x=vt(this.x,e.x,t.x),this.y=vt(this.y,e.y,t.y),this.z=vt(this.z,e.z,t.z),this}clampScalar(e,t){return this.x=vt(this.x,e,t),this.y=vt(this.y,e,t),this.z=vt(this.z,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(vt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this}cross(e){return this.crossVectors(this,e)}crossVectors(e,t){let n=e.x,s=e.y,r=e.z,o=t.x,a=t.y,l=t.z;return this.x=s*l-r*a,this.y=r*o-n*l,this.z=n*a-s*o,this}projectOnVector(e){let t=e.lengthSq();if(t===0)return this.set(0,0,0);let n=e.dot(this)/t;return this.copy(e).multiplyScalar(n)}projectOnPlane(e){return Xu.copy(this).projectOnVector(e),this.sub(Xu)}reflect(e){return this.sub(Xu.copy(e).multiplyScalar(2*this.dot(e)))}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(vt(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y,s=this.z-e.z;return t*t+n*n+s*s}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)+Math.abs(this.z-e.z)}setFromSpherical(e){return this.setFromSphericalCoords(e.radius,e.phi,e.theta)}setFromSphericalCoords(e,t,n){let s=Math.sin(t)*e;return this.x=s*Math.sin(n),this.y=Math.cos(t)*e,this.z=s*Math.cos(n),this}setFromCylindrical(e){return this.setFromCylindricalCoords(e.radius,e.theta,e.y)}setFromCylindricalCoords(e,t,n){return this.x=e*Math.sin(t),this.y=n,this.z=e*Math.cos(t),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this}setFromMatrixScale(e){let t=this.setFromMatrixColumn(e,0).length(),n=this.setFromMatrixColumn(e,1).length(),s=this.setFromMatrixColumn(e,2).length();return this.x=t,this.y=n,this.z=s,this}setFromMatrixColumn(e,t){return this.fromArray(e.elements,t*4)}setFromMatrix3Column(e,t){return this.fromArray(e.elements,t*3)}setFromEuler(e){return this.x=e._x,this.y=e._y,this.z=e._z,this}setFromColor(e){return this.x=e.r,this.y=e.g,this.z=e.b,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let e=Math.random()*Math.PI*2,t=Math.random()*2-1,n=Math.sqrt(1-t*t);return this.x=n*Math.cos(e),this.y=t,this.z=n*Math.sin(e),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},Xu=new $,Am=new vi,st=class{static{this.prototype.isMatrix3=!0}constructor(e,t,n,s,r,o,a,l,c){this.elements=[1,0,0,0,1,0,0,0,1],e!==void 0&&this.set(e,t,n,s,r,o,a,l,c)}set(e,t,n,s,r,o,a,l,c){let h=this.elements;return h[0]=e,h[1]=s,h[2]=a,h[3]=t,h[4]=r,h[5]=l,h[6]=n,h[7]=o,h[8]=c,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],this}extractBasis(e,t,n){return e.setFromMatrix3Column(this,0),t.setFromMatrix3Column(this,1),n.setFromMatrix3Column(this,2),this}setFromMatrix4(e){let t=e.elements;return this.set(t[0],t[4],t[8],t[1],t[5],t[9],t[2],t[6],t[10]),this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,s=t.elements,r=this.elements,o=n[0],a=n[3],l=n[6],c=n[1],h=n[4],d=n[7],u=n[2],f=n[5],g=n[8],v=s[0],m=s[3],p=s[6],S=s[1],P=s[4],T=s[7],L=s[2],A=s[5],x=s[8];return r[0]=o*v+a*S+l*L,r[3]=o*m+a*P+l*A,r[6]=o*p+a*T+l*x,r[1]=c*v+h*S+d*L,r[4]=c*m+h*P+d*A,r[7]=c*p+h*T+d*x,r[2]=u*v+f*S+g*L,r[5]=u*m+f*P+g*A,r[8]=u*p+f*T+g*x,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[3]*=e,t[6]*=e,t[1]*=e,t[4]*=e,t[7]*=e,t[2]*=e,t[5]*=e,t[8]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8];return t*o*h-t*a*c-n*r*h+n*a*l+s*r*c-s*o*l}invert(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8],d=h*o-a*c,u=a*l-h*r,f=c*r-o*l,g=t*d+n*u+s*f;if(g===0)return this.set(0,0,0,0,0,0,0,0,0);let v=1/g;return e[0]=d*v,e[1]=(s*c-h*n)*v,e[2]=(a*n-s*o)*v,e[3]=u*v,e[4]=(h*t-s*l)*v,e[5]=(s*r-a*t)*v,e[6]=f*v,e[7]=(n*l-c*t)*v,e[8]=(o*t-n*r)*v,this}transpose(){let e,t=this.elements;return e=t[1],t[1]=t[3],t[3]=e,e=t[2],t[2]=t[6],t[6]=e,e=t[5],t[5]=t[7],t[7]=e,this}getNormalMatrix(e){return this.setFromMatrix4(e).invert().transpose()}transposeIntoArray(e){let t=this.elements;return e[0]=t[0],e[1]=t[3],e[2]=t[6],e[3]=t[1],e[4]=t[4],e[5]=t[7],e[6]=t[2],e[7]=t[5],e[8]=t[8],this}setUvTransform(e,t,n,s,r,o,a){let l=Math.cos(r),c=Math.sin(r);return this.set(n*l,n*c,-n*(l*o+c*a)+o+e,-s*c,s*l,-s*(-c*o+l*a)+a+t,0,0,1),this}scale(e,t){return Sa("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(qu.makeScale(e,t)),this}rotate(e){return Sa("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(qu.makeRotation(-e)),this}translate(e,t){return Sa("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(qu.makeTranslation(e,t)),this}makeTranslation(e,t){return e.isVector2?this.set(1,0,e.x,0,1,e.y,0,0,1):this.set(1,0,e,0,1,t,0,0,1),this}makeRotation(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,n,t,0,0,0,1),this}makeScale(e,t){return this.set(e,0,0,0,t,0,0,0,1),this}equals(e){let t=this.elements,n=e.elements;for(let s=0;s<9;s++)if(t[s]!==n[s])return!1;return!0}fromArray(e,t=0){for(let n=0;n<9;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e}clone(){return new this.constructor().fromArray(this.elements)}},qu=new st,Cm=new st().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),Rm=new st().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function wv(){let i={enabled:!0,workingColorSpace:Ta,spaces:{},convert:function(s,r,o){return this.enabled===!1||r===o||!r||!o||(this.spaces[r].transfer===Dt&&(s.r=Rs(s.r),s.g=Rs(s.g),s.b=Rs(s.b)),this.spaces[r].primaries!==this.spaces[o].primaries&&(s.applyMatrix3(this.spaces[r].toXYZ),s.applyMatrix3(this.spaces[o].fromXYZ)),this.spaces[o].transfer===Dt&&(s.r=mo(s.r),s.g=mo(s.g),s.b=mo(s.b))),s},workingToColorSpace:function(s,r){return this.convert(s,this.workingColorSpace,r)},colorSpaceToWorking:function(s,r){return this.convert(s,r,this.workingColorSpace)},getPrimaries:function(s){return this.spaces[s].primaries},getTransfer:function(s){return s===Fs?Ea:this.spaces[s].transfer},getToneMappingMode:function(s){return this.spaces[s].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(s,r=this.workingColorSpace){return s.fromArray(this.spaces[r].luminanceCoefficients)},define:function(s){Object.assign(this.spaces,s)},_getMatrix:function(s,r,o){return s.copy(this.spaces[o].fromXYZ).multiply(this.spaces[r].toXYZ)},_getDrawingBufferColorSpace:function(s){return this.spaces[s].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(s=this.workingColorSpace){return this.spaces[s].workingColorSpaceConfig.unpackColorSpace}},e=[.64,.33,.3,.6,.15,.06],t=[.2126,.7152,.0722],n=[.3127,.329];return i.define({[Ta]:{primaries:e,whitePoint:n,transfer:Ea,toXYZ:Cm,fromXYZ:Rm,luminanceCoefficients:t,workingColorSpaceConfig:{unpackColorSpace:_i},outputColorSpaceConfig:{drawingBufferColorSpace:_i}},[_i]:{primaries:e,whitePoint:n,transfer:Dt,toXYZ:Cm,fromXYZ:Rm,luminanceCoefficients:t,outputColorSpaceConfig:{drawingBufferColorSpace:_i}}}),i}var Tt=wv();function Rs(i){return i<.04045?i*.0773993808:Math.pow(i*.9478672986+.0521327014,2.4)}function mo(i){return i<.0031308?i*12.92:1.055*Math.pow(i,.41666)-.055}var to,Ec=class{static getDataURL(e,t="image/png"){if(/^data:/i.test(e.src)||typeof HTMLCanvasElement>"u")return e.src;let n;if(e instanceof HTMLCanvasElement)n=e;else{to===void 0&&(to=Aa("canvas")),to.width=e.width,to.height=e.height;let s=to.getContext("2d");e instanceof ImageData?s.putImageData(e,0,0):s.drawImage(e,0,0,e.width,e.height),n=to}return n.toDataURL(t)}static sRGBToLinear(e){if(typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap){let t=Aa("canvas");t.width=e.width,t.height=e.height;let n=t.getContext("2d");n.drawImage(e,0,0,e.width,e.height);let s=n.getImageData(0,0,e.width,e.height),r=s.data;for(let o=0;o<r.length;o++)r[o]=Rs(r[o]/255)*255;return n.putImageData(s,0,0),t}else if(e.data){let t=e.data.slice(0);for(let n=0;n<t.length;n++)t instanceof Uint8Array||t instanceof Uint8ClampedArray?t[n]=Math.floor(Rs(t[n]/255)*255):t[n]=Rs(t[n]);return{data:t,width:e.width,height:e.height}}else return Je("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),e}},Tv=0,vo=class{constructor(e=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:Tv++}),this.uuid=Io(),this.data=e,this.dataReady=!0,this.version=0}getSize(e){let t=this.data;return typeof HTMLVideoElement<"u"&&t instanceof HTMLVideoElement?e.set(t.videoWidth,t.videoHeight,0):typeof VideoFrame<"u"&&t instanceof VideoFrame?e.set(t.displayWidth,t.displayHeight,0):t!==null?e.set(t.width||0,t.height||0,t.depth||0):e.set(0,0,0),e}set needsUpdate(e){e===!0&&this.version++}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.images[this.uuid]!==void 0)return e.images[this.uuid];let n={uuid:this.uuid,url:""},s=this.data;if(s!==null){let r;if(Array.isArray(s)){r=[];for(let o=0,a=s.length;o<a;o++)s[o].isDataTexture?r.push(Yu(s[o].image)):r.push(Yu(s[o]))}else r=Yu(s);n.url=r}return t||(e.images[this.uuid]=n),n}};function Yu(i){return typeof HTMLImageElement<"u"&&i instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&i instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&i instanceof ImageBitmap?Ec.getDataURL(i):i.data?{data:Array.from(i.data),width:i.width,height:i.height,type:i.data.constructor.name}:(Je("Texture: Unable to serialize Texture."),{})}var Ev=0,$u=new $,ai=class i extends Hi{constructor(e=i.DEFAULT_IMAGE,t=i.DEFAULT_MAPPING,n=os,s=os,r=si,o=Us,a=Yi,l=li,c=i.DEFAULT_ANISOTROPY,h=Fs){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:Ev++}),this.uuid=Io(),this.name="",this.source=new vo(e),this.mipmaps=[],this.mapping=t,this.channel=0,this.wrapS=n,this.wrapT=s,this.magFilter=r,this.minFilter=o,this.anisotropy=c,this.format=a,this.internalFormat=null,this.type=l,this.offset=new je(0,0),this.repeat=new je(1,1),this.center=new je(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new st,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=h,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(e&&e.depth&&e.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize($u).x}get height(){return this.source.getSize($u).y}get depth(){return this.source.getSize($u).z}get image(){return this.source.data}set image(e){this.source.data=e}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(e){return this.name=e.name,this.source=e.source,this.mipmaps=e.mipmaps.slice(0),this.mapping=e.mapping,this.channel=e.channel,this.wrapS=e.wrapS,this.wrapT=e.wrapT,this.magFilter=e.magFilter,this.minFilter=e.minFilter,this.anisotropy=e.anisotropy,this.format=e.format,this.internalFormat=e.internalFormat,this.type=e.type,this.normalized=e.normalized,this.offset.copy(e.offset),this.repeat.copy(e.repeat),this.center.copy(e.center),this.rotation=e.rotation,this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrix.copy(e.matrix),this.generateMipmaps=e.generateMipmaps,this.mipmapsAutoUpdate=e.mipmapsAutoUpdate,this.premultiplyAlpha=e.premultiplyAlpha,this.flipY=e.flipY,this.unpackAlignment=e.unpackAlignment,this.colorSpace=e.colorSpace,this.renderTarget=e.renderTarget,this.isRenderTargetTexture=e.isRenderTargetTexture,this.isPMREMTexture=e.isPMREMTexture,this.isArrayTexture=e.isArrayTexture,this.userData=JSON.parse(JSON.stringify(e.userData)),this.needsUpdate=!0,this}setValues(e){for(let t in e){let n=e[t];if(n===void 0){Je(`Texture.setValues(): parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Je(`Texture.setValues(): property '${t}' does not exist.`);continue}s&&n&&s.isVector2&&n.isVector2||s&&n&&s.isVector3&&n.isVector3||s&&n&&s.isMatrix3&&n.isMatrix3?s.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.textures[this.uuid]!==void 0)return e.textures[this.uuid];let n={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(e).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(n.userData=this.userData),t||(e.textures[this.uuid]=n),n}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(e){if(this.mapping!==Dd)return e;if(e.applyMatrix3(this.matrix),e.x<0||e.x>1)switch(this.wrapS){case Mc:e.x=e.x-Math.floor(e.x);break;case os:e.x=e.x<0?0:1;break;case wc:Math.abs(Math.floor(e.x)%2)===1?e.x=Math.ceil(e.x)-e.x:e.x=e.x-Math.floor(e.x);break}if(e.y<0||e.y>1)switch(this.wrapT){case Mc:e.y=e.y-Math.floor(e.y);break;case os:e.y=e.y<0?0:1;break;case wc:Math.abs(Math.floor(e.y)%2)===1?e.y=Math.ceil(e.y)-e.y:e.y=e.y-Math.floor(e.y);break}return this.flipY&&(e.y=1-e.y),e}set needsUpdate(e){e===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(e){e===!0&&this.pmremVersion++}};ai.DEFAULT_IMAGE=null;ai.DEFAULT_MAPPING=Dd;ai.DEFAULT_ANISOTROPY=1;var nn=class{static{this.prototype.isVector4=!0}constructor(e=0,t=0,n=0,s=1){this.x=e,this.y=t,this.z=n,this.w=s}get width(){return this.z}set width(e){this.z=e}get height(){return this.w}set height(e){this.w=e}set(e,t,n,s){return this.x=e,this.y=t,this.z=n,this.w=s,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this.w=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setW(e){return this.w=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;case 3:this.w=t;break;default:throw new Error("THREE.Vector4: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this.w=e.w!==void 0?e.w:1,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this.w+=e.w,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this.w+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this.w=e.w+t.w,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this.w+=e.w*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this.w-=e.w,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this.w-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this.w=e.w-t.w,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this.w*=e.w,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this.w*=e,this}applyMatrix4(e){let t=this.x,n=this.y,s=this.z,r=this.w,o=e.elements;return this.x=o[0]*t+o[4]*n+o[8]*s+o[12]*r,this.y=o[1]*t+o[5]*n+o[9]*s+o[13]*r,this.z=o[2]*t+o[6]*n+o[10]*s+o[14]*r,this.w=o[3]*t+o[7]*n+o[11]*s+o[15]*r,this}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this.w/=e.w,this}divideScalar(e){return this.multiplyScalar(1/e)}setAxisAngleFromQuaternion(e){this.w=2*Math.acos(e.w);let t=Math.sqrt(1-e.w*e.w);return t<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=e.x/t,this.y=e.y/t,this.z=e.z/t),this}setAxisAngleFromRotationMatrix(e){let t,n,s,r,l=e.elements,c=l[0],h=l[4],d=l[8],u=l[1],f=l[5],g=l[9],v=l[2],m=l[6],p=l[10];if(Math.abs(h-u)<.01&&Math.abs(d-v)<.01&&Math.abs(g-m)<.01){if(Math.abs(h+u)<.1&&Math.abs(d+v)<.1&&Math.abs(g+m)<.1&&Math.abs(c+f+p-3)<.1)return this.set(1,0,0,0),this;t=Math.PI;let P=(c+1)/2,T=(f+1)/2,L=(p+1)/2,A=(h+u)/4,x=(d+v)/4,E=(g+m)/4;return P>T&&P>L?P<.01?(n=0,s=.707106781,r=.707106781):(n=Math.sqrt(P),s=A/n,r=x/n):T>L?T<.01?(n=.707106781,s=0,r=.707106781):(s=Math.sqrt(T),n=A/s,r=E/s):L<.01?(n=.707106781,s=.707106781,r=0):(r=Math.sqrt(L),n=x/r,s=E/r),this.set(n,s,r,t),this}let S=Math.sqrt((m-g)*(m-g)+(d-v)*(d-v)+(u-h)*(u-h));return Math.abs(S)<.001&&(S=1),this.x=(m-g)/S,this.y=(d-v)/S,this.z=(u-h)/S,this.w=Math.acos((c+f+p-1)/2),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this.w=t[15],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this.w=Math.min(this.w,e.w),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this.w=Math.max(this.w,e.w),this}clamp(e,t){return this.x=vt(this.x,e.x,t.x),this.y=vt(this.y,e.y,t.y),this.z=vt(this.z,e.z,t.z),this.w=vt(this.w,e.w,t.w),this}clampScalar(e,t){return this.x=vt(this.x,e,t),this.y=vt(this.y,e,t),this.z=vt(this.z,e,t),this.w=vt(this.w,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(vt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z+this.w*e.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this.w+=(e.w-this.w)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this.w=e.w+(t.w-e.w)*n,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z&&e.w===this.w}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this.w=e[t+3],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e[t+3]=this.w,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this.w=e.getW(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},Ac=class extends Hi{constructor(e=1,t=1,n={}){super(),n=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:si,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},n),this.isRenderTarget=!0,this.width=e,this.height=t,this.depth=n.depth,this.scissor=new nn(0,0,e,t),this.scissorTest=!1,this.viewport=new nn(0,0,e,t),this.textures=[];let s=n.count;for(let r=0;r<s;r++)this.textures[r]=new ai({width:e,height:t,depth:n.depth}),this.textures[r].isRenderTargetTexture=!0,this.textures[r].renderTarget=this;this._setTextureOptions(n),this.depthBuffer=n.depthBuffer,this.stencilBuffer=n.stencilBuffer,this.resolveColorBuffer=n.resolveColorBuffer,this.resolveDepthBuffer=n.resolveDepthBuffer,this.resolveStencilBuffer=n.resolveStencilBuffer,this.storeMultisampledColorBuffer=n.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=n.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=n.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=n.depthTexture,this.samples=n.samples,this.multiview=n.multiview,this.useArrayDepthTexture=n.useArrayDepthTexture}_setTextureOptions(e={}){let t={minFilter:si,generateMipmaps:!1,flipY:!1,internalFormat:null};e.mapping!==void 0&&(t.mapping=e.mapping),e.wrapS!==void 0&&(t.wrapS=e.wrapS),e.wrapT!==void 0&&(t.wrapT=e.wrapT),e.wrapR!==void 0&&(t.wrapR=e.wrapR),e.magFilter!==void 0&&(t.magFilter=e.magFilter),e.minFilter!==void 0&&(t.minFilter=e.minFilter),e.format!==void 0&&(t.format=e.format),e.type!==void 0&&(t.type=e.type),e.anisotropy!==void 0&&(t.anisotropy=e.anisotropy),e.colorSpace!==void 0&&(t.colorSpace=e.colorSpace),e.flipY!==void 0&&(t.flipY=e.flipY),e.generateMipmaps!==void 0&&(t.generateMipmaps=e.generateMipmaps),e.mipmapsAutoUpdate!==void 0&&(t.mipmapsAutoUpdate=e.mipmapsAutoUpdate),e.internalFormat!==void 0&&(t.internalFormat=e.internalFormat);for(let n=0;n<this.textures.length;n++)this.textures[n].setValues(t)}get texture(){return this.textures[0]}set texture(e){this.textures[0]=e}set depthTexture(e){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),e!==null&&e.renderTarget===null&&(e.renderTarget=this),this._depthTexture=e}get depthTexture(){return this._depthTexture}setSize(e,t,n=1){if(this.width!==e||this.height!==t||this.depth!==n){this.width=e,this.height=t,this.depth=n;for(let s=0,r=this.textures.length;s<r;s++)this.textures[s].image.width=e,this.textures[s].image.height=t,this.textures[s].image.depth=n,this.textures[s].isData3DTexture!==!0&&(this.textures[s].isArrayTexture=this.textures[s].image.depth>1);this.dispose()}this.viewport.set(0,0,e,t),this.scissor.set(0,0,e,t)}clone(){return new this.constructor().copy(this)}copy(e){this.width=e.width,this.height=e.height,this.depth=e.depth,this.scissor.copy(e.scissor),this.scissorTest=e.scissorTest,this.viewport.copy(e.viewport),this.textures.length=0;for(let t=0,n=e.textures.length;t<n;t++){this.textures[t]=e.textures[t].clone(),this.textures[t].isRenderTargetTexture=!0,this.textures[t].renderTarget=this;let s=Object.assign({},e.textures[t].image);this.textures[t].source=new vo(s)}if(this.depthBuffer=e.depthBuffer,this.stencilBuffer=e.stencilBuffer,this.resolveColorBuffer=e.resolveColorBuffer,this.resolveDepthBuffer=e.resolveDepthBuffer,this.resolveStencilBuffer=e.resolveStencilBuffer,this.storeMultisampledColorBuffer=e.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=e.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=e.storeMultisampledStencilBuffer,e.depthTexture!==null)if(e.depthTexture.renderTarget===e){let t=e.depthTexture.clone();t.renderTarget=null,this.depthTexture=t}else this.depthTexture=e.depthTexture;else this.depthTexture=null;return this.samples=e.samples,this.multiview=e.multiview,this.useArrayDepthTexture=e.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},Si=class extends Ac{constructor(e=1,t=1,n={}){super(e,t,n),this.isWebGLRenderTarget=!0}},Ca=class extends ai{constructor(e=null,t=1,n=1,s=1){super(null),this.isDataArrayTexture=!0,this.image={data:e,width:t,height:n,depth:s},this.magFilter=Vn,this.minFilter=Vn,this.wrapR=os,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}addLayerUpdate(e){this.layerUpdates.add(e)}clearLayerUpdates(){this.layerUpdates.clear()}};var Cc=class extends ai{constructor(e=null,t=1,n=1,s=1){super(null),this.isData3DTexture=!0,this.image={data:e,width:t,height:n,depth:s},this.magFilter=Vn,this.minFilter=Vn,this.wrapR=os,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}};var qt=class i{static{this.prototype.isMatrix4=!0}constructor(e,t,n,s,r,o,a,l,c,h,d,u,f,g,v,m){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],e!==void 0&&this.set(e,t,n,s,r,o,a,l,c,h,d,u,f,g,v,m)}set(e,t,n,s,r,o,a,l,c,h,d,u,f,g,v,m){let p=this.elements;return p[0]=e,p[4]=t,p[8]=n,p[12]=s,p[1]=r,p[5]=o,p[9]=a,p[13]=l,p[2]=c,p[6]=h,p[10]=d,p[14]=u,p[3]=f,p[7]=g,p[11]=v,p[15]=m,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new i().fromArray(this.elements)}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],t[9]=n[9],t[10]=n[10],t[11]=n[11],t[12]=n[12],t[13]=n[13],t[14]=n[14],t[15]=n[15],this}copyPosition(e){let t=this.elements,n=e.elements;return t[12]=n[12],t[13]=n[13],t[14]=n[14],this}setFromMatrix3(e){let t=e.elements;return this.set(t[0],t[3],t[6],0,t[1],t[4],t[7],0,t[2],t[5],t[8],0,0,0,0,1),this}extractBasis(e,t,n){return this.determinantAffine()===0?(e.set(1,0,0),t.set(0,1,0),n.set(0,0,1),this):(e.setFromMatrixColumn(this,0),t.setFromMatrixColumn(this,1),n.setFromMatrixColumn(this,2),this)}makeBasis(e,t,n){return this.set(e.x,t.x,n.x,0,e.y,t.y,n.y,0,e.z,t.z,n.z,0,0,0,0,1),this}extractRotation(e){if(e.determinantAffine()===0)return this.identity();let t=this.elements,n=e.elements,s=1/no.setFromMatrixColumn(e,0).length(),r=1/no.setFromMatrixColumn(e,1).length(),o=1/no.setFromMatrixColumn(e,2).length();return t[0]=n[0]*s,t[1]=n[1]*s,t[2]=n[2]*s,t[3]=0,t[4]=n[4]*r,t[5]=n[5]*r,t[6]=n[6]*r,t[7]=0,t[8]=n[8]*o,t[9]=n[9]*o,t[10]=n[10]*o,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromEuler(e){let t=this.elements,n=e.x,s=e.y,r=e.z,o=Math.cos(n),a=Math.sin(n),l=Math.cos(s),c=Math.sin(s),h=Math.cos(r),d=Math.sin(r);if(e.order==="XYZ"){let u=o*h,f=o*d,g=a*h,v=a*d;t[0]=l*h,t[4]=-l*d,t[8]=c,t[1]=f+g*c,t[5]=u-v*c,t[9]=-a*l,t[2]=v-u*c,t[6]=g+f*c,t[10]=o*l}else if(e.order==="YXZ"){let u=l*h,f=l*d,g=c*h,v=c*d;t[0]=u+v*a,t[4]=g*a-f,t[8]=o*c,t[1]=o*d,t[5]=o*h,t[9]=-a,t[2]=f*a-g,t[6]=v+u*a,t[10]=o*l}else if(e.order==="ZXY"){let u=l*h,f=l*d,g=c*h,v=c*d;t[0]=u-v*a,t[4]=-o*d,t[8]=g+f*a,t[1]=f+g*a,t[5]=o*h,t[9]=v-u*a,t[2]=-o*c,t[6]=a,t[10]=o*l}else if(e.order==="ZYX"){let u=o*h,f=o*d,g=a*h,v=a*d;t[0]=l*h,t[4]=g*c-f,t[8]=u*c+v,t[1]=l*d,t[5]=v*c+u,t[9]=f*c-g,t[2]=-c,t[6]=a*l,t[10]=o*l}else if(e.order==="YZX"){let u=o*l,f=o*c,g=a*l,v=a*c;t[0]=l*h,t[4]=v-u*d,t[8]=g*d+f,t[1]=d,t[5]=o*h,t[9]=-a*h,t[2]=-c*h,t[6]=f*d+g,t[10]=u-v*d}else if(e.order==="XZY"){let u=o*l,f=o*c,g=a*l,v=a*c;t[0]=l*h,t[4]=-d,t[8]=c*h,t[1]=u*d+v,t[5]=o*h,t[9]=f*d-g,t[2]=g*d-f,t[6]=a*h,t[10]=v*d+u}return t[3]=0,t[7]=0,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromQuaternion(e){return this.compose(Av,e,Cv)}lookAt(e,t,n){let s=this.elements;return mi.subVectors(e,t),mi.lengthSq()===0&&(mi.z=1),mi.normalize(),Ks.crossVectors(n,mi),Ks.lengthSq()===0&&(Math.abs(n.z)===1?mi.x+=1e-4:mi.z+=1e-4,mi.normalize(),Ks.crossVectors(n,mi)),Ks.normalize(),ql.crossVectors(mi,Ks),s[0]=Ks.x,s[4]=ql.x,s[8]=mi.x,s[1]=Ks.y,s[5]=ql.y,s[9]=mi.y,s[2]=Ks.z,s[6]=ql.z,s[10]=mi.z,this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,s=t.elements,r=this.elements,o=n[0],a=n[4],l=n[8],c=n[12],h=n[1],d=n[5],u=n[9],f=n[13],g=n[2],v=n[6],m=n[10],p=n[14],S=n[3],P=n[7],T=n[11],L=n[15],A=s[0],x=s[4],E=s[8],V=s[12],F=s[1],O=s[5],G=s[9],X=s[13],U=s[2],q=s[6],J=s[10],W=s[14],ue=s[3],Q=s[7],te=s[11],oe=s[15];return r[0]=o*A+a*F+l*U+c*ue,r[4]=o*x+a*O+l*q+c*Q,r[8]=o*E+a*G+l*J+c*te,r[12]=o*V+a*X+l*W+c*oe,r[1]=h*A+d*F+u*U+f*ue,r[5]=h*x+d*O+u*q+f*Q,r[9]=h*E+d*G+u*J+f*te,r[13]=h*V+d*X+u*W+f*oe,r[2]=g*A+v*F+m*U+p*ue,r[6]=g*x+v*O+m*q+p*Q,r[10]=g*E+v*G+m*J+p*te,r[14]=g*V+v*X+m*W+p*oe,r[3]=S*A+P*F+T*U+L*ue,r[7]=S*x+P*O+T*q+L*Q,r[11]=S*E+P*G+T*J+L*te,r[15]=S*V+P*X+T*W+L*oe,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[4]*=e,t[8]*=e,t[12]*=e,t[1]*=e,t[5]*=e,t[9]*=e,t[13]*=e,t[2]*=e,t[6]*=e,t[10]*=e,t[14]*=e,t[3]*=e,t[7]*=e,t[11]*=e,t[15]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[4],s=e[8],r=e[12],o=e[1],a=e[5],l=e[9],c=e[13],h=e[2],d=e[6],u=e[10],f=e[14],g=e[3],v=e[7],m=e[11],p=e[15],S=l*f-c*u,P=a*f-c*d,T=a*u-l*d,L=o*f-c*h,A=o*u-l*h,x=o*d-a*h;return t*(v*S-m*P+p*T)-n*(g*S-m*L+p*A)+s*(g*P-v*L+p*x)-r*(g*T-v*A+m*x)}determinantAffine(){let e=this.elements,t=e[0],n=e[4],s=e[8],r=e[1],o=e[5],a=e[9],l=e[2],c=e[6],h=e[10];return t*(o*h-a*c)-n*(r*h-a*l)+s*(r*c-o*l)}transpose(){let e=this.elements,t;return t=e[1],e[1]=e[4],e[4]=t,t=e[2],e[2]=e[8],e[8]=t,t=e[6],e[6]=e[9],e[9]=t,t=e[3],e[3]=e[12],e[12]=t,t=e[7],e[7]=e[13],e[13]=t,t=e[11],e[11]=e[14],e[14]=t,this}setPosition(e,t,n){let s=this.elements;return e.isVector3?(s[12]=e.x,s[13]=e.y,s[14]=e.z):(s[12]=e,s[13]=t,s[14]=n),this}invert(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8],d=e[9],u=e[10],f=e[11],g=e[12],v=e[13],m=e[14],p=e[15],S=t*a-n*o,P=t*l-s*o,T=t*c-r*o,L=n*l-s*a,A=n*c-r*a,x=s*c-r*l,E=h*v-d*g,V=h*m-u*g,F=h*p-f*g,O=d*m-u*v,G=d*p-f*v,X=u*p-f*m,U=S*X-P*G+T*O+L*F-A*V+x*E;if(U===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let q=1/U;return e[0]=(a*X-l*G+c*O)*q,e[1]=(s*G-n*X-r*O)*q,e[2]=(v*x-m*A+p*L)*q,e[3]=(u*A-d*x-f*L)*q,e[4]=(l*F-o*X-c*V)*q,e[5]=(t*X-s*F+r*V)*q,e[6]=(m*T-g*x-p*P)*q,e[7]=(h*x-u*T+f*P)*q,e[8]=(o*G-a*F+c*E)*q,e[9]=(n*F-t*G-r*E)*q,e[10]=(g*A-v*T+p*S)*q,e[11]=(d*T-h*A-f*S)*q,e[12]=(a*V-o*O-l*E)*q,e[13]=(t*O-n*V+s*E)*q,e[14]=(v*P-g*L-m*S)*q,e[15]=(h*L-d*P+u*S)*q,this}scale(e){let t=this.elements,n=e.x,s=e.y,r=e.z;return t[0]*=n,t[4]*=s,t[8]*=r,t[1]*=n,t[5]*=s,t[9]*=r,t[2]*=n,t[6]*=s,t[10]*=r,t[3]*=n,t[7]*=s,t[11]*=r,this}getMaxScaleOnAxis(){let e=this.elements,t=e[0]*e[0]+e[1]*e[1]+e[2]*e[2],n=e[4]*e[4]+e[5]*e[5]+e[6]*e[6],s=e[8]*e[8]+e[9]*e[9]+e[10]*e[10];return Math.sqrt(Math.max(t,n,s))}makeTranslation(e,t,n){return e.isVector3?this.set(1,0,0,e.x,0,1,0,e.y,0,0,1,e.z,0,0,0,1):this.set(1,0,0,e,0,1,0,t,0,0,1,n,0,0,0,1),this}makeRotationX(e){let t=Math.cos(e),n=Math.sin(e);return this.set(1,0,0,0,0,t,-n,0,0,n,t,0,0,0,0,1),this}makeRotationY(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,0,n,0,0,1,0,0,-n,0,t,0,0,0,0,1),this}makeRotationZ(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,0,n,t,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(e,t){let n=Math.cos(t),s=Math.sin(t),r=1-n,o=e.x,a=e.y,l=e.z,c=r*o,h=r*a;return this.set(c*o+n,c*a-s*l,c*l+s*a,0,c*a+s*l,h*a+n,h*l-s*o,0,c*l-s*a,h*l+s*o,r*l*l+n,0,0,0,0,1),this}makeScale(e,t,n){return this.set(e,0,0,0,0,t,0,0,0,0,n,0,0,0,0,1),this}makeShear(e,t,n,s,r,o){return this.set(1,n,r,0,e,1,o,0,t,s,1,0,0,0,0,1),this}compose(e,t,n){let s=this.elements,r=t._x,o=t._y,a=t._z,l=t._w,c=r+r,h=o+o,d=a+a,u=r*c,f=r*h,g=r*d,v=o*h,m=o*d,p=a*d,S=l*c,P=l*h,T=l*d,L=n.x,A=n.y,x=n.z;return s[0]=(1-(v+p))*L,s[1]=(f+T)*L,s[2]=(g-P)*L,s[3]=0,s[4]=(f-T)*A,s[5]=(1-(u+p))*A,s[6]=(m+S)*A,s[7]=0,s[8]=(g+P)*x,s[9]=(m-S)*x,s[10]=(1-(u+v))*x,s[11]=0,s[12]=e.x,s[13]=e.y,s[14]=e.z,s[15]=1,this}decompose(e,t,n){let s=this.elements;e.x=s[12],e.y=s[13],e.z=s[14];let r=this.determinantAffine();if(r===0)return n.set(1,1,1),t.identity(),this;let o=no.set(s[0],s[1],s[2]).length(),a=no.set(s[4],s[5],s[6]).length(),l=no.set(s[8],s[9],s[10]).length();r<0&&(o=-o),zi.copy(this);let c=1/o,h=1/a,d=1/l;return zi.elements[0]*=c,zi.elements[1]*=c,zi.elements[2]*=c,zi.elements[4]*=h,zi.elements[5]*=h,zi.elements[6]*=h,zi.elements[8]*=d,zi.elements[9]*=d,zi.elements[10]*=d,t.setFromRotationMatrix(zi),n.x=o,n.y=a,n.z=l,this}makePerspective(e,t,n,s,r,o,a=Li,l=!1){let c=this.elements,h=2*r/(t-e),d=2*r/(n-s),u=(t+e)/(t-e),f=(n+s)/(n-s),g,v;if(l)g=r/(o-r),v=o*r/(o-r);else if(a===Li)g=-(o+r)/(o-r),v=-2*o*r/(o-r);else if(a===_o)g=-o/(o-r),v=-o*r/(o-r);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+a);return c[0]=h,c[4]=0,c[8]=u,c[12]=0,c[1]=0,c[5]=d,c[9]=f,c[13]=0,c[2]=0,c[6]=0,c[10]=g,c[14]=v,c[3]=0,c[7]=0,c[11]=-1,c[15]=0,this}makeOrthographic(e,t,n,s,r,o,a=Li,l=!1){let c=this.elements,h=2/(t-e),d=2/(n-s),u=-(t+e)/(t-e),f=-(n+s)/(n-s),g,v;if(l)g=1/(o-r),v=o/(o-r);else if(a===Li)g=-2/(o-r),v=-(o+r)/(o-r);else if(a===_o)g=-1/(o-r),v=-r/(o-r);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+a);return c[0]=h,c[4]=0,c[8]=0,c[12]=u,c[1]=0,c[5]=d,c[9]=0,c[13]=f,c[2]=0,c[6]=0,c[10]=g,c[14]=v,c[3]=0,c[7]=0,c[11]=0,c[15]=1,this}equals(e){let t=this.elements,n=e.elements;for(let s=0;s<16;s++)if(t[s]!==n[s])return!1;return!0}fromArray(e,t=0){for(let n=0;n<16;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e[t+9]=n[9],e[t+10]=n[10],e[t+11]=n[11],e[t+12]=n[12],e[t+13]=n[13],e[t+14]=n[14],e[t+15]=n[15],e}},no=new $,zi=new qt,Av=new $(0,0,0),Cv=new $(1,1,1),Ks=new $,ql=new $,mi=new $,Pm=new qt,Im=new vi,Is=class i{constructor(e=0,t=0,n=0,s=i.DEFAULT_ORDER){this.isEuler=!0,this._x=e,this._y=t,this._z=n,this._order=s}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get order(){return this._order}set order(e){this._order=e,this._onChangeCallback()}set(e,t,n,s=this._order){return this._x=e,this._y=t,this._z=n,this._order=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(e){return this._x=e._x,this._y=e._y,this._z=e._z,this._order=e._order,this._onChangeCallback(),this}setFromRotationMatrix(e,t=this._order,n=!0){let s=e.elements,r=s[0],o=s[4],a=s[8],l=s[1],c=s[5],h=s[9],d=s[2],u=s[6],f=s[10];switch(t){case"XYZ":this._y=Math.asin(vt(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(-h,f),this._z=Math.atan2(-o,r)):(this._x=Math.atan2(u,c),this._z=0);break;case"YXZ":this._x=Math.asin(-vt(h,-1,1)),Math.abs(h)<.9999999?(this._y=Math.atan2(a,f),this._z=Math.atan2(l,c)):(this._y=Math.atan2(-d,r),this._z=0);break;case"ZXY":this._x=Math.asin(vt(u,-1,1)),Math.abs(u)<.9999999?(this._y=Math.atan2(-d,f),this._z=Math.atan2(-o,c)):(this._y=0,this._z=Math.atan2(l,r));break;case"ZYX":this._y=Math.asin(-vt(d,-1,1)),Math.abs(d)<.9999999?(this._x=Math.atan2(u,f),this._z=Math.atan2(l,r)):(this._x=0,this._z=Math.atan2(-o,c));break;case"YZX":this._z=Math.asin(vt(l,-1,1)),Math.abs(l)<.9999999?(this._x=Math.atan2(-h,c),this._y=Math.atan2(-d,r)):(this._x=0,this._y=Math.atan2(a,f));break;case"XZY":this._z=Math.asin(-vt(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(u,c),this._y=Math.atan2(a,r)):(this._x=Math.atan2(-h,f),this._y=0);break;default:Je("Euler: .setFromRotationMatrix() encountered an unknown order: "+t)}return this._order=t,n===!0&&this._onChangeCallback(),this}setFromQuaternion(e,t,n){return Pm.makeRotationFromQuaternion(e),this.setFromRotationMatrix(Pm,t,n)}setFromVector3(e,t=this._order){return this.set(e.x,e.y,e.z,t)}reorder(e){return Im.setFromEuler(this),this.setFromQuaternion(Im,e)}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._order===this._order}fromArray(e){return this._x=e[0],this._y=e[1],this._z=e[2],e[3]!==void 0&&(this._order=e[3]),this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._order,e}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};Is.DEFAULT_ORDER="XYZ";var So=class{constructor(){this.mask=1}set(e){this.mask=(1<<e|0)>>>0}enable(e){this.mask|=1<<e|0}enableAll(){this.mask=-1}toggle(e){this.mask^=1<<e|0}disable(e){this.mask&=~(1<<e|0)}disableAll(){this.mask=0}test(e){return(this.mask&e.mask)!==0}isEnabled(e){return(this.mask&(1<<e|0))!==0}},Rv=0,Lm=new $,io=new vi,ws=new qt,Yl=new $,ga=new $,Pv=new $,Iv=new vi,Dm=new $(1,0,0),Nm=new $(0,1,0),Um=new $(0,0,1),Om={type:"added"},Lv={type:"removed"},so={type:"childadded",child:null},Zu={type:"childremoved",child:null},Jn=class i extends Hi{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:Rv++}),this.uuid=Io(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=i.DEFAULT_UP.clone();let e=new $,t=new Is,n=new vi,s=new $(1,1,1);function r(){n.setFromEuler(t,!1)}function o(){t.setFromQuaternion(n,void 0,!1)}t._onChange(r),n._onChange(o),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:e},rotation:{configurable:!0,enumerable:!0,value:t},quaternion:{configurable:!0,enumerable:!0,value:n},scale:{configurable:!0,enumerable:!0,value:s},modelViewMatrix:{value:new qt},normalMatrix:{value:new st}}),this.matrix=new qt,this.matrixWorld=new qt,this.matrixAutoUpdate=i.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=i.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new So,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(e){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(e),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(e){return this.quaternion.premultiply(e),this}setRotationFromAxisAngle(e,t){this.quaternion.setFromAxisAngle(e,t)}setRotationFromEuler(e){this.quaternion.setFromEuler(e,!0)}setRotationFromMatrix(e){this.quaternion.setFromRotationMatrix(e)}setRotationFromQuaternion(e){this.quaternion.copy(e)}rotateOnAxis(e,t){return io.setFromAxisAngle(e,t),this.quaternion.multiply(io),this}rotateOnWorldAxis(e,t){return io.setFromAxisAngle(e,t),this.quaternion.premultiply(io),this}rotateX(e){return this.rotateOnAxis(Dm,e)}rotateY(e){return this.rotateOnAxis(Nm,e)}rotateZ(e){return this.rotateOnAxis(Um,e)}translateOnAxis(e,t){return Lm.copy(e).applyQuaternion(this.quaternion),this.position.add(Lm.multiplyScalar(t)),this}translateX(e){return this.translateOnAxis(Dm,e)}translateY(e){return this.translateOnAxis(Nm,e)}translateZ(e){return this.translateOnAxis(Um,e)}localToWorld(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(this.matrixWorld)}worldToLocal(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(ws.copy(this.matrixWorld).invert())}lookAt(e,t,n){e.isVector3?Yl.copy(e):Yl.set(e,t,n);let s=this.parent;this.updateWorldMatrix(!0,!1),ga.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?ws.lookAt(ga,Yl,this.up):ws.lookAt(Yl,ga,this.up),this.quaternion.setFromRotationMatrix(ws),s&&(ws.extractRotation(s.matrixWorld),io.setFromRotationMatrix(ws),this.quaternion.premultiply(io.invert()))}add(e){if(arguments.length>1){for(let t=0;t<arguments.length;t++)this.add(arguments[t]);return this}return e===this?(nt("Object3D.add: object can't be added as a child of itself.",e),this):(e&&e.isObject3D?(e.removeFromParent(),e.parent=this,this.children.push(e),e.dispatchEvent(Om),so.child=e,this.dispatchEvent(so),so.child=null):nt("Object3D.add: object not an instance of THREE.Object3D.",e),this)}remove(e){if(arguments.length>1){for(let n=0;n<arguments.length;n++)this.remove(arguments[n]);return this}let t=this.children.indexOf(e);return t!==-1&&(e.parent=null,this.children.splice(t,1),e.dispatchEvent(Lv),Zu.child=e,this.dispatchEvent(Zu),Zu.child=null),this}removeFromParent(){let e=this.parent;return e!==null&&e.remove(this),this}clear(){return this.remove(...this.children)}attach(e){return this.updateWorldMatrix(!0,!1),ws.copy(this.matrixWorld).invert(),e.parent!==null&&(e.parent.updateWorldMatrix(!0,!1),ws.multiply(e.parent.matrixWorld)),e.applyMatrix4(ws),e.removeFromParent(),e.parent=this,this.children.push(e),e.updateWorldMatrix(!1,!0),e.dispatchEvent(Om),so.child=e,this.dispatchEvent(so),so.child=null,this}getObjectById(e){return this.getObjectByProperty("id",e)}getObjectByName(e){return this.getObjectByProperty("name",e)}getObjectByProperty(e,t){if(this[e]===t)return this;for(let n=0,s=this.children.length;n<s;n++){let o=this.children[n].getObjectByProperty(e,t);if(o!==void 0)return o}}getObjectsByProperty(e,t,n=[]){this[e]===t&&n.push(this);let s=this.children;for(let r=0,o=s.length;r<o;r++)s[r].getObjectsByProperty(e,t,n);return n}getWorldPosition(e){return this.updateWorldMatrix(!0,!1),e.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(ga,e,Pv),e}getWorldScale(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(ga,Iv,e),e}getWorldDirection(e){this.updateWorldMatrix(!0,!1);let t=this.matrixWorld.elements;return e.set(t[8],t[9],t[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(e){e(this);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].traverse(e)}traverseVisible(e){if(this.visible===!1)return;e(this);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].traverseVisible(e)}traverseAncestors(e){let t=this.parent;t!==null&&(e(t),t.traverseAncestors(e))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let e=this.pivot;if(e!==null){let t=e.x,n=e.y,s=e.z,r=this.matrix.elements;r[12]+=t-r[0]*t-r[4]*n-r[8]*s,r[13]+=n-r[1]*t-r[5]*n-r[9]*s,r[14]+=s-r[2]*t-r[6]*n-r[10]*s}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(e){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||e)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,e=!0);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].updateMatrixWorld(e)}updateWorldMatrix(e,t,n=!1){let s=this.parent;if(e===!0&&s!==null&&s.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||n)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,n=!0),t===!0){let r=this.children;for(let o=0,a=r.length;o<a;o++)r[o].updateWorldMatrix(!1,!0,n)}}toJSON(e){let t=e===void 0||typeof e=="string",n={};t&&(e={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},n.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let s={};s.uuid=this.uuid,s.type=this.type,s.name=this.name,s.castShadow=this.castShadow,s.receiveShadow=this.receiveShadow,s.visible=this.visible,s.frustumCulled=this.frustumCulled,s.renderOrder=this.renderOrder,s.static=this.static,s.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(s.userData=this.userData),s.layers=this.layers.mask,s.matrix=this.matrix.toArray(),s.up=this.up.toArray(),this.pivot!==null&&(s.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(s.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(s.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(s.type="InstancedMesh",s.count=this.count,s.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(s.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(s.type="BatchedMesh",s.perObjectFrustumCulled=this.perObjectFrustumCulled,s.sortObjects=this.sortObjects,s.drawRanges=this._drawRanges,s.reservedRanges=this._reservedRanges,s.geometryInfo=this._geometryInfo.map(a=>({...a,boundingBox:a.boundingBox?a.boundingBox.toJSON():void 0,boundingSphere:a.boundingSphere?a.boundingSphere.toJSON():void 0})),s.instanceInfo=this._instanceInfo.map(a=>({...a})),s.availableInstanceIds=this._availableInstanceIds.slice(),s.availableGeometryIds=this._availableGeometryIds.slice(),s.nextIndexStart=this._nextIndexStart,s.nextVertexStart=this._nextVertexStart,s.geometryCount=this._geometryCount,s.maxInstanceCount=this._maxInstanceCount,s.maxVertexCount=this._maxVertexCount,s.maxIndexCount=this._maxIndexCount,s.geometryInitialized=this._geometryInitialized,s.matricesTexture=this._matricesTexture.toJSON(e),s.indirectTexture=this._indirectTexture.toJSON(e),this._colorsTexture!==null&&(s.colorsTexture=this._colorsTexture.toJSON(e)),this.boundingSphere!==null&&(s.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(s.boundingBox=this.boundingBox.toJSON()));function r(a,l){return a[l.uuid]===void 0&&(a[l.uuid]=l.toJSON(e)),l.uuid}if(this.isScene)this.background&&(this.background.isColor?s.background=this.background.toJSON():this.background.isTexture&&(s.background=this.background.toJSON(e).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(s.environment=this.environment.toJSON(e).uuid);else if(this.isMesh||this.isLine||this.isPoints){s.geometry=r(e.geometries,this.geometry);let a=this.geometry.parameters;if(a!==void 0&&a.shapes!==void 0){let l=a.shapes;if(Array.isArray(l))for(let c=0,h=l.length;c<h;c++){let d=l[c];r(e.shapes,d)}else r(e.shapes,l)}}if(this.isSkinnedMesh&&(s.bindMode=this.bindMode,s.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(r(e.skeletons,this.skeleton),s.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let a=[];for(let l=0,c=this.material.length;l<c;l++)a.push(r(e.materials,this.material[l]));s.material=a}else s.material=r(e.materials,this.material);if(this.children.length>0){s.children=[];for(let a=0;a<this.children.length;a++)s.children.push(this.children[a].toJSON(e).object)}if(this.animations.length>0){s.animations=[];for(let a=0;a<this.animations.length;a++){let l=this.animations[a];s.animations.push(r(e.animations,l))}}if(t){let a=o(e.geometries),l=o(e.materials),c=o(e.textures),h=o(e.images),d=o(e.shapes),u=o(e.skeletons),f=o(e.animations),g=o(e.nodes);a.length>0&&(n.geometries=a),l.length>0&&(n.materials=l),c.length>0&&(n.textures=c),h.length>0&&(n.images=h),d.length>0&&(n.shapes=d),u.length>0&&(n.skeletons=u),f.length>0&&(n.animations=f),g.length>0&&(n.nodes=g)}return n.object=s,n;function o(a){let l=[];for(let c in a){let h=a[c];delete h.metadata,l.push(h)}return l}}clone(e){return new this.constructor().copy(this,e)}copy(e,t=!0){if(this.name=e.name,this.up.copy(e.up),this.position.copy(e.position),this.rotation.order=e.rotation.order,this.quaternion.copy(e.quaternion),this.scale.copy(e.scale),this.pivot=e.pivot!==null?e.pivot.clone():null,this.matrix.copy(e.matrix),this.matrixWorld.copy(e.matrixWorld),this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrixWorldAutoUpdate=e.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=e.matrixWorldNeedsUpdate,this.layers.mask=e.layers.mask,this.visible=e.visible,this.castShadow=e.castShadow,this.receiveShadow=e.receiveShadow,this.frustumCulled=e.frustumCulled,this.renderOrder=e.renderOrder,this.static=e.static,this.animations=e.animations.slice(),this.userData=JSON.parse(JSON.stringify(e.userData)),t===!0)for(let n=0;n<e.children.length;n++){let s=e.children[n];this.add(s.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};Jn.DEFAULT_UP=new $(0,1,0);Jn.DEFAULT_MATRIX_AUTO_UPDATE=!0;Jn.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var as=class extends Jn{constructor(){super(),this.isGroup=!0,this.type="Group"}},Dv={type:"move"},bo=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new as,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new as,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new $,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new $),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new as,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new $,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new $,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(e){return this._targetRay!==null&&this._targetRay.dispatchEvent(e),this._grip!==null&&this._grip.dispatchEvent(e),this._hand!==null&&this._hand.dispatchEvent(e),this}connect(e){if(e&&e.hand){let t=this._hand;if(t)for(let n of e.hand.values())this._getHandJoint(t,n)}return this.dispatchEvent({type:"connected",data:e}),this}disconnect(e){return this.dispatchEvent({type:"disconnected",data:e}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(e,t,n){let s=null,r=null,o=null,a=this._targetRay,l=this._grip,c=this._hand;if(e&&t.session.visibilityState!=="visible-blurred"){if(c&&e.hand){o=!0;for(let v of e.hand.values()){let m=t.getJointPose(v,n),p=this._getHandJoint(c,v);m!==null&&(p.matrix.fromArray(m.transform.matrix),p.matrix.decompose(p.position,p.quaternion,p.scale),p.matrixWorldNeedsUpdate=!0,p.jointRadius=m.radius),p.visible=m!==null}let h=c.joints["index-finger-tip"],d=c.joints["thumb-tip"],u=h.position.distanceTo(d.position),f=.02,g=.005;c.inputState.pinching&&u>f+g?(c.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:e.handedness,target:this})):!c.inputState.pinching&&u<=f-g&&(c.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:e.handedness,target:this}))}else l!==null&&e.gripSpace&&(r=t.getPose(e.gripSpace,n),r!==null&&(l.matrix.fromArray(r.transform.matrix),l.matrix.decompose(l.position,l.quaternion,l.scale),l.matrixWorldNeedsUpdate=!0,r.linearVelocity?(l.hasLinearVelocity=!0,l.linearVelocity.copy(r.linearVelocity)):l.hasLinearVelocity=!1,r.angularVelocity?(l.hasAngularVelocity=!0,l.angularVelocity.copy(r.angularVelocity)):l.hasAngularVelocity=!1,l.eventsEnabled&&l.dispatchEvent({type:"gripUpdated",data:e,target:this})));a!==null&&(s=t.getPose(e.targetRaySpace,n),s===null&&r!==null&&(s=r),s!==null&&(a.matrix.fromArray(s.transform.matrix),a.matrix.decompose(a.position,a.quaternion,a.scale),a.matrixWorldNeedsUpdate=!0,s.linearVelocity?(a.hasLinearVelocity=!0,a.linearVelocity.copy(s.linearVelocity)):a.hasLinearVelocity=!1,s.angularVelocity?(a.hasAngularVelocity=!0,a.angularVelocity.copy(s.angularVelocity)):a.hasAngularVelocity=!1,this.dispatchEvent(Dv)))}return a!==null&&(a.visible=s!==null),l!==null&&(l.visible=r!==null),c!==null&&(c.visible=o!==null),this}_getHandJoint(e,t){if(e.joints[t.jointName]===void 0){let n=new as;n.matrixAutoUpdate=!1,n.visible=!1,e.joints[t.jointName]=n,e.add(n)}return e.joints[t.jointName]}},zg={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},js={h:0,s:0,l:0},$l={h:0,s:0,l:0};function Ju(i,e,t){return t<0&&(t+=1),t>1&&(t-=1),t<1/6?i+(e-i)*6*t:t<1/2?e:t<2/3?i+(e-i)*6*(2/3-t):i}var St=class{constructor(e,t,n){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(e,t,n)}set(e,t,n){if(t===void 0&&n===void 0){let s=e;s&&s.isColor?this.copy(s):typeof s=="number"?this.setHex(s):typeof s=="string"&&this.setStyle(s)}else this.setRGB(e,t,n);return this}setScalar(e){return this.r=e,this.g=e,this.b=e,this}setHex(e,t=_i){return e=Math.floor(e),this.r=(e>>16&255)/255,this.g=(e>>8&255)/255,this.b=(e&255)/255,Tt.colorSpaceToWorking(this,t),this}setRGB(e,t,n,s=Tt.workingColorSpace){return this.r=e,this.g=t,this.b=n,Tt.colorSpaceToWorking(this,s),this}setHSL(e,t,n,s=Tt.workingColorSpace){if(e=qd(e,1),t=vt(t,0,1),n=vt(n,0,1),t===0)this.r=this.g=this.b=n;else{let r=n<=.5?n*(1+t):n+t-n*t,o=2*n-r;this.r=Ju(o,r,e+1/3),this.g=Ju(o,r,e),this.b=Ju(o,r,e-1/3)}return Tt.colorSpaceToWorking(this,s),this}setStyle(e,t=_i){function n(r){r!==void 0&&parseFloat(r)<1&&Je("Color: Alpha component of "+e+" will be ignored.")}let s;if(s=/^(\w+)\(([^\)]*)\)/.exec(e)){let r,o=s[1],a=s[2];switch(o){case"rgb":case"rgba":if(r=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(r[4]),this.setRGB(Math.min(255,parseInt(r[1],10))/255,Math.min(255,parseInt(r[2],10))/255,Math.min(255,parseInt(r[3],10))/255,t);if(r=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(r[4]),this.setRGB(Math.min(100,parseFloat(r[1]))/100,Math.min(100,parseFloat(r[2]))/100,Math.min(100,parseFloat(r[3]))/100,t);break;case"hsl":case"hsla":if(r=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(r[4]),this.setHSL(parseFloat(r[1])/360,parseFloat(r[2])/100,parseFloat(r[3])/100,t);break;default:Je("Color: Unknown color model "+e)}}else if(s=/^\#([A-Fa-f\d]+)$/.exec(e)){let r=s[1],o=r.length;if(o===3)return this.setRGB(parseInt(r.charAt(0),16)/15,parseInt(r.charAt(1),16)/15,parseInt(r.charAt(2),16)/15,t);if(o===6)return this.setHex(parseInt(r,16),t);Je("Color: Invalid hex color "+e)}else if(e&&e.length>0)return this.setColorName(e,t);return this}setColorName(e,t=_i){let n=zg[e.toLowerCase()];return n!==void 0?this.setHex(n,t):Je("Color: Unknown color "+e),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(e){return this.r=e.r,this.g=e.g,this.b=e.b,this}copySRGBToLinear(e){return this.r=Rs(e.r),this.g=Rs(e.g),this.b=Rs(e.b),this}copyLinearToSRGB(e){return this.r=mo(e.r),this.g=mo(e.g),this.b=mo(e.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(e=_i){return Tt.workingToColorSpace(Zn.copy(this),e),Math.round(vt(Zn.r*255,0,255))*65536+Math.round(vt(Zn.g*255,0,255))*256+Math.round(vt(Zn.b*255,0,255))}getHexString(e=_i){return("000000"+this.getHex(e).toString(16)).slice(-6)}getHSL(e,t=Tt.workingColorSpace){Tt.workingToColorSpace(Zn.copy(this),t);let n=Zn.r,s=Zn.g,r=Zn.b,o=Math.max(n,s,r),a=Math.min(n,s,r),l,c,h=(a+o)/2;if(a===o)l=0,c=0;else{let d=o-a;switch(c=h<=.5?d/(o+a):d/(2-o-a),o){case n:l=(s-r)/d+(s<r?6:0);break;case s:l=(r-n)/d+2;break;case r:l=(n-s)/d+4;break}l/=6}return e.h=l,e.s=c,e.l=h,e}getRGB(e,t=Tt.workingColorSpace){return Tt.workingToColorSpace(Zn.copy(this),t),e.r=Zn.r,e.g=Zn.g,e.b=Zn.b,e}getStyle(e=_i){Tt.workingToColorSpace(Zn.copy(this),e);let t=Zn.r,n=Zn.g,s=Zn.b;return e!==_i?`color(${e} ${t.toFixed(3)} ${n.toFixed(3)} ${s.toFixed(3)})`:`rgb(${Math.round(t*255)},${Math.round(n*255)},${Math.round(s*255)})`}offsetHSL(e,t,n){return this.getHSL(js),this.setHSL(js.h+e,js.s+t,js.l+n)}add(e){return this.r+=e.r,this.g+=e.g,this.b+=e.b,this}addColors(e,t){return this.r=e.r+t.r,this.g=e.g+t.g,this.b=e.b+t.b,this}addScalar(e){return this.r+=e,this.g+=e,this.b+=e,this}sub(e){return this.r=Math.max(0,this.r-e.r),this.g=Math.max(0,this.g-e.g),this.b=Math.max(0,this.b-e.b),this}multiply(e){return this.r*=e.r,this.g*=e.g,this.b*=e.b,this}multiplyScalar(e){return this.r*=e,this.g*=e,this.b*=e,this}lerp(e,t){return this.r+=(e.r-this.r)*t,this.g+=(e.g-this.g)*t,this.b+=(e.b-this.b)*t,this}lerpColors(e,t,n){return this.r=e.r+(t.r-e.r)*n,this.g=e.g+(t.g-e.g)*n,this.b=e.b+(t.b-e.b)*n,this}lerpHSL(e,t){this.getHSL(js),e.getHSL($l);let n=Ma(js.h,$l.h,t),s=Ma(js.s,$l.s,t),r=Ma(js.l,$l.l,t);return this.setHSL(n,s,r),this}setFromVector3(e){return this.r=e.x,this.g=e.y,this.b=e.z,this}applyMatrix3(e){let t=this.r,n=this.g,s=this.b,r=e.elements;return this.r=r[0]*t+r[3]*n+r[6]*s,this.g=r[1]*t+r[4]*n+r[7]*s,this.b=r[2]*t+r[5]*n+r[8]*s,this}equals(e){return e.r===this.r&&e.g===this.g&&e.b===this.b}fromArray(e,t=0){return this.r=e[t],this.g=e[t+1],this.b=e[t+2],this}toArray(e=[],t=0){return e[t]=this.r,e[t+1]=this.g,e[t+2]=this.b,e}fromBufferAttribute(e,t){return this.r=e.getX(t),this.g=e.getY(t),this.b=e.getZ(t),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},Zn=new St;St.NAMES=zg;var Ra=class extends Jn{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new Is,this.environmentIntensity=1,this.environmentRotation=new Is,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(e,t){return super.copy(e,t),this.background=e.background!==null?e.background.clone():null,this.environment=e.environment!==null?e.environment.clone():null,this.fog=e.fog!==null?e.fog.clone():null,this.backgroundBlurriness=e.backgroundBlurriness,this.backgroundIntensity=e.backgroundIntensity,this.backgroundRotation.copy(e.backgroundRotation),this.environmentIntensity=e.environmentIntensity,this.environmentRotation.copy(e.environmentRotation),this.overrideMaterial=e.overrideMaterial!==null?e.overrideMaterial.clone():null,this.matrixAutoUpdate=e.matrixAutoUpdate,this}toJSON(e){let t=super.toJSON(e);return this.fog!==null&&(t.object.fog=this.fog.toJSON()),t.object.backgroundBlurriness=this.backgroundBlurriness,t.object.backgroundIntensity=this.backgroundIntensity,t.object.backgroundRotation=this.backgroundRotation.toArray(),t.object.environmentIntensity=this.environmentIntensity,t.object.environmentRotation=this.environmentRotation.toArray(),t}},Vi=new $,Ts=new $,Ku=new $,Es=new $,ro=new $,oo=new $,Fm=new $,ju=new $,Qu=new $,ed=new $,td=new nn,nd=new nn,id=new nn,nr=class i{constructor(e=new $,t=new $,n=new $){this.a=e,this.b=t,this.c=n}static getNormal(e,t,n,s){s.subVectors(n,t),Vi.subVectors(e,t),s.cross(Vi);let r=s.lengthSq();return r>0?s.multiplyScalar(1/Math.sqrt(r)):s.set(0,0,0)}static getBarycoord(e,t,n,s,r){Vi.subVectors(s,t),Ts.subVectors(n,t),Ku.subVectors(e,t);let o=Vi.dot(Vi),a=Vi.dot(Ts),l=Vi.dot(Ku),c=Ts.dot(Ts),h=Ts.dot(Ku),d=o*c-a*a;if(d===0)return r.set(0,0,0),null;let u=1/d,f=(c*l-a*h)*u,g=(o*h-a*l)*u;return r.set(1-f-g,g,f)}static containsPoint(e,t,n,s){return this.getBarycoord(e,t,n,s,Es)===null?!1:Es.x>=0&&Es.y>=0&&Es.x+Es.y<=1}static getInterpolation(e,t,n,s,r,o,a,l){return this.getBarycoord(e,t,n,s,Es)===null?(l.x=0,l.y=0,"z"in l&&(l.z=0),"w"in l&&(l.w=0),null):(l.setScalar(0),l.addScaledVector(r,Es.x),l.addScaledVector(o,Es.y),l.addScaledVector(a,Es.z),l)}static getInterpolatedAttribute(e,t,n,s,r,o){return td.setScalar(0),nd.setScalar(0),id.setScalar(0),td.fromBufferAttribute(e,t),nd.fromBufferAttribute(e,n),id.fromBufferAttribute(e,s),o.setScalar(0),o.addScaledVector(td,r.x),o.addScaledVector(nd,r.y),o.addScaledVector(id,r.z),o}static isFrontFacing(e,t,n,s){return Vi.subVectors(n,t),Ts.subVectors(e,t),Vi.cross(Ts).dot(s)<0}set(e,t,n){return this.a.copy(e),this.b.copy(t),this.c.copy(n),this}setFromPointsAndIndices(e,t,n,s){return this.a.copy(e[t]),this.b.copy(e[n]),this.c.copy(e[s]),this}setFromAttributeAndIndices(e,t,n,s){return this.a.fromBufferAttribute(e,t),this.b.fromBufferAttribute(e,n),this.c.fromBufferAttribute(e,s),this}clone(){return new this.constructor().copy(this)}copy(e){return this.a.copy(e.a),this.b.copy(e.b),this.c.copy(e.c),this}getArea(){return Vi.subVectors(this.c,this.b),Ts.subVectors(this.a,this.b),Vi.cross(Ts).length()*.5}getMidpoint(e){return e.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(e){return i.getNormal(this.a,this.b,this.c,e)}getPlane(e){return e.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(e,t){return i.getBarycoord(e,this.a,this.b,this.c,t)}getInterpolation(e,t,n,s,r){return i.getInterpolation(e,this.a,this.b,this.c,t,n,s,r)}containsPoint(e){return i.containsPoint(e,this.a,this.b,this.c)}isFrontFacing(e){return i.isFrontFacing(this.a,this.b,this.c,e)}intersectsBox(e){return e.intersectsTriangle(this)}closestPointToPoint(e,t){let n=this.a,s=this.b,r=this.c,o,a;ro.subVectors(s,n),oo.subVectors(r,n),ju.subVectors(e,n);let l=ro.dot(ju),c=oo.dot(ju);if(l<=0&&c<=0)return t.copy(n);Qu.subVectors(e,s);let h=ro.dot(Qu),d=oo.dot(Qu);if(h>=0&&d<=h)return t.copy(s);let u=l*d-h*c;if(u<=0&&l>=0&&h<=0&&l-h>0)return o=l/(l-h),t.copy(n).addScaledVector(ro,o);ed.subVectors(e,r);let f=ro.dot(ed),g=oo.dot(ed);if(g>=0&&f<=g)return t.copy(r);let v=f*c-l*g;if(v<=0&&c>=0&&g<=0)return a=c/(c-g),t.copy(n).addScaledVector(oo,a);let m=h*g-f*d;if(m<=0&&d-h>=0&&f-g>=0)return Fm.subVectors(r,s),a=(d-h)/(d-h+(f-g)),t.copy(s).addScaledVector(Fm,a);let p=1/(m+v+u);return o=v*p,a=u*p,t.copy(n).addScaledVector(ro,o).addScaledVector(oo,a)}equals(e){return e.a.equals(this.a)&&e.b.equals(this.b)&&e.c.equals(this.c)}},ls=class{constructor(e=new $(1/0,1/0,1/0),t=new $(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=e,this.max=t}set(e,t){return this.min.copy(e),this.max.copy(t),this}setFromArray(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t+=3)this.expandByPoint(Gi.fromArray(e,t));return this}setFromBufferAttribute(e){this.makeEmpty();for(let t=0,n=e.count;t<n;t++)this.expandByPoint(Gi.fromBufferAttribute(e,t));return this}setFromPoints(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t++)this.expandByPoint(e[t]);return this}setFromCenterAndSize(e,t){let n=Gi.copy(t).multiplyScalar(.5);return this.min.copy(e).sub(n),this.max.copy(e).add(n),this}setFromObject(e,t=!1){return this.makeEmpty(),this.expandByObject(e,t)}clone(){return new this.constructor().copy(this)}copy(e){return this.min.copy(e.min),this.max.copy(e.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(e){return this.isEmpty()?e.set(0,0,0):e.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(e){return this.isEmpty()?e.set(0,0,0):e.subVectors(this.max,this.min)}expandByPoint(e){return this.min.min(e),this.max.max(e),this}expandByVector(e){return this.min.sub(e),this.max.add(e),this}expandByScalar(e){return this.min.addScalar(-e),this.max.addScalar(e),this}expandByObject(e,t=!1){e.updateWorldMatrix(!1,!1);let n=e.geometry;if(n!==void 0){let r=n.getAttribute("position");if(t===!0&&r!==void 0&&e.isInstancedMesh!==!0&&e.isBatchedMesh!==!0)for(let o=0,a=r.count;o<a;o++)e.isMesh===!0?e.getVertexPosition(o,Gi):Gi.fromBufferAttribute(r,o),Gi.applyMatrix4(e.matrixWorld),this.expandByPoint(Gi);else e.boundingBox!==void 0?(e.boundingBox===null&&e.computeBoundingBox(),Zl.copy(e.boundingBox)):(n.boundingBox===null&&n.computeBoundingBox(),Zl.copy(n.boundingBox)),Zl.applyMatrix4(e.matrixWorld),this.union(Zl)}let s=e.children;for(let r=0,o=s.length;r<o;r++)this.expandByObject(s[r],t);return this}containsPoint(e){return e.x>=this.min.x&&e.x<=this.max.x&&e.y>=this.min.y&&e.y<=this.max.y&&e.z>=this.min.z&&e.z<=this.max.z}containsBox(e){return this.min.x<=e.min.x&&e.max.x<=this.max.x&&this.min.y<=e.min.y&&e.max.y<=this.max.y&&this.min.z<=e.min.z&&e.max.z<=this.max.z}getParameter(e,t){return t.set((e.x-this.min.x)/(this.max.x-this.min.x),(e.y-this.min.y)/(this.max.y-this.min.y),(e.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(e){return e.max.x>=this.min.x&&e.min.x<=this.max.x&&e.max.y>=this.min.y&&e.min.y<=this.max.y&&e.max.z>=this.min.z&&e.min.z<=this.max.z}intersectsSphere(e){return this.clampPoint(e.center,Gi),Gi.distanceToSquared(e.center)<=e.radius*e.radius}intersectsPlane(e){let t,n;return e.normal.x>0?(t=e.normal.x*this.min.x,n=e.normal.x*this.max.x):(t=e.normal.x*this.max.x,n=e.normal.x*this.min.x),e.normal.y>0?(t+=e.normal.y*this.min.y,n+=e.normal.y*this.max.y):(t+=e.normal.y*this.max.y,n+=e.normal.y*this.min.y),e.normal.z>0?(t+=e.normal.z*this.min.z,n+=e.normal.z*this.max.z):(t+=e.normal.z*this.max.z,n+=e.normal.z*this.min.z),t<=-e.constant&&n>=-e.constant}intersectsTriangle(e){if(this.isEmpty())return!1;this.getCenter(_a),Jl.subVectors(this.max,_a),ao.subVectors(e.a,_a),lo.subVectors(e.b,_a),co.subVectors(e.c,_a),Qs.subVectors(lo,ao),er.subVectors(co,lo),br.subVectors(ao,co);let t=[0,-Qs.z,Qs.y,0,-er.z,er.y,0,-br.z,br.y,Qs.z,0,-Qs.x,er.z,0,-er.x,br.z,0,-br.x,-Qs.y,Qs.x,0,-er.y,er.x,0,-br.y,br.x,0];return!sd(t,ao,lo,co,Jl)||(t=[1,0,0,0,1,0,0,0,1],!sd(t,ao,lo,co,Jl))?!1:(Kl.crossVectors(Qs,er),t=[Kl.x,Kl.y,Kl.z],sd(t,ao,lo,co,Jl))}clampPoint(e,t){return t.copy(e).clamp(this.min,this.max)}distanceToPoint(e){return this.clampPoint(e,Gi).distanceTo(e)}getBoundingSphere(e){return this.isEmpty()?e.makeEmpty():(this.getCenter(e.center),e.radius=this.getSize(Gi).length()*.5),e}intersect(e){return this.min.max(e.min),this.max.min(e.max),this.isEmpty()&&this.makeEmpty(),this}union(e){return this.min.min(e.min),this.max.max(e.max),this}applyMatrix4(e){return this.isEmpty()?this:(As[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(e),As[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(e),As[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(e),As[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(e),As[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(e),As[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(e),As[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(e),As[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(e),this.setFromPoints(As),this)}translate(e){return this.min.add(e),this.max.add(e),this}equals(e){return e.min.equals(this.min)&&e.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(e){return this.min.fromArray(e.min),this.max.fromArray(e.max),this}},As=[new $,new $,new $,new $,new $,new $,new $,new $],Gi=new $,Zl=new ls,ao=new $,lo=new $,co=new $,Qs=new $,er=new $,br=new $,_a=new $,Jl=new $,Kl=new $,Mr=new $;function sd(i,e,t,n,s){for(let r=0,o=i.length-3;r<=o;r+=3){Mr.fromArray(i,r);let a=s.x*Math.abs(Mr.x)+s.y*Math.abs(Mr.y)+s.z*Math.abs(Mr.z),l=e.dot(Mr),c=t.dot(Mr),h=n.dot(Mr);if(Math.max(-Math.max(l,c,h),Math.min(l,c,h))>a)return!1}return!0}var bn=new $,jl=new je,Nv=0,yi=class extends Hi{constructor(e,t,n=!1){if(super(),Array.isArray(e))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:Nv++}),this.name="",this.array=e,this.itemSize=t,this.count=e!==void 0?e.length/t:0,this.normalized=n,this.usage=Dg,this.updateRanges=[],this.gpuType=Xi,this.version=0,this._normalizationScale=e!==void 0?$d(e):void 0}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.name=e.name,this.array=new e.array.constructor(e.array),this.itemSize=e.itemSize,this.count=e.count,this.normalized=e.normalized,this.usage=e.usage,this.gpuType=e.gpuType,this._normalizationScale=e._normalizationScale,this}copyAt(e,t,n){e*=this.itemSize,n*=t.itemSize;for(let s=0,r=this.itemSize;s<r;s++)this.array[e+s]=t.array[n+s];return this}copyArray(e){return this.array.set(e),this}applyMatrix3(e){if(this.itemSize===2)for(let t=0,n=this.count;t<n;t++)jl.fromBufferAttribute(this,t),jl.applyMatrix3(e),this.setXY(t,jl.x,jl.y);else if(this.itemSize===3)for(let t=0,n=this.count;t<n;t++)bn.fromBufferAttribute(this,t),bn.applyMatrix3(e),this.setXYZ(t,bn.x,bn.y,bn.z);return this}applyMatrix4(e){for(let t=0,n=this.count;t<n;t++)bn.fromBufferAttribute(this,t),bn.applyMatrix4(e),this.setXYZ(t,bn.x,bn.y,bn.z);return this}applyNormalMatrix(e){for(let t=0,n=this.count;t<n;t++)bn.fromBufferAttribute(this,t),bn.applyNormalMatrix(e),this.setXYZ(t,bn.x,bn.y,bn.z);return this}transformDirection(e){for(let t=0,n=this.count;t<n;t++)bn.fromBufferAttribute(this,t),bn.transformDirection(e),this.setXYZ(t,bn.x,bn.y,bn.z);return this}set(e,t=0){return this.array.set(e,t),this}getComponent(e,t){let n=this.array[e*this.itemSize+t];return this.normalized&&(n=this._denormalize(n)),n}setComponent(e,t,n){return this.normalized&&(n=this._normalize(n)),this.array[e*this.itemSize+t]=n,this}getX(e){let t=this.array[e*this.itemSize];return this.normalized&&(t=this._denormalize(t)),t}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize]=t,this}getY(e){let t=this.array[e*this.itemSize+1];return this.normalized&&(t=this._denormalize(t)),t}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+1]=t,this}getZ(e){let t=this.array[e*this.itemSize+2];return this.normalized&&(t=this._denormalize(t)),t}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+2]=t,this}getW(e){let t=this.array[e*this.itemSize+3];return this.normalized&&(t=this._denormalize(t)),t}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+3]=t,this}setXY(e,t,n){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n)),this.array[e+0]=t,this.array[e+1]=n,this}setXYZ(e,t,n,s){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=s,this}setXYZW(e,t,n,s,r){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s),r=this._normalize(r)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=s,this.array[e+3]=r,this}onUpload(e){return this.onUploadCallback=e,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let e={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return e.name=this.name,e.usage=this.usage,e.gpuType=this.gpuType,e}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(e){let t=this._normalizationScale;return t!==void 0?Math.max(e/t,-1):Bg(e,this.array)}_normalize(e){let t=this._normalizationScale;return t!==void 0?Math.round(e*t):kg(e,this.array)}};var Pa=class extends yi{constructor(e,t,n){super(new Uint16Array(e),t,n)}};var Ia=class extends yi{constructor(e,t,n){super(new Uint32Array(e),t,n)}};var An=class extends yi{constructor(e,t,n){super(new Float32Array(e),t,n)}},Uv=new ls,xa=new $,rd=new $,Ls=class{constructor(e=new $,t=-1){this.isSphere=!0,this.center=e,this.radius=t}set(e,t){return this.center.copy(e),this.radius=t,this}setFromPoints(e,t){let n=this.center;t!==void 0?n.copy(t):Uv.setFromPoints(e).getCenter(n);let s=0;for(let r=0,o=e.length;r<o;r++)s=Math.max(s,n.distanceToSquared(e[r]));return this.radius=Math.sqrt(s),this}copy(e){return this.center.copy(e.center),this.radius=e.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(e){return e.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(e){return e.distanceTo(this.center)-this.radius}intersectsSphere(e){let t=this.radius+e.radius;return e.center.distanceToSquared(this.center)<=t*t}intersectsBox(e){return e.intersectsSphere(this)}intersectsPlane(e){return Math.abs(e.distanceToPoint(this.center))<=this.radius}clampPoint(e,t){let n=this.center.distanceToSquared(e);return t.copy(e),n>this.radius*this.radius&&(t.sub(this.center).normalize(),t.multiplyScalar(this.radius).add(this.center)),t}getBoundingBox(e){return this.isEmpty()?(e.makeEmpty(),e):(e.set(this.center,this.center),e.expandByScalar(this.radius),e)}applyMatrix4(e){return this.center.applyMatrix4(e),this.radius=this.radius*e.getMaxScaleOnAxis(),this}translate(e){return this.center.add(e),this}expandByPoint(e){if(this.isEmpty())return this.center.copy(e),this.radius=0,this;xa.subVectors(e,this.center);let t=xa.lengthSq();if(t>this.radius*this.radius){let n=Math.sqrt(t),s=(n-this.radius)*.5;this.center.addScaledVector(xa,s/n),this.radius+=s}return this}union(e){return e.isEmpty()?this:this.isEmpty()?(this.copy(e),this):(this.center.equals(e.center)===!0?this.radius=Math.max(this.radius,e.radius):(rd.subVectors(e.center,this.center).setLength(e.radius),this.expandByPoint(xa.copy(e.center).add(rd)),this.expandByPoint(xa.copy(e.center).sub(rd))),this)}equals(e){return e.center.equals(this.center)&&e.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(e){return this.radius=e.radius,this.center.fromArray(e.center),this}},Ov=0,Ii=new qt,od=new Jn,ho=new $,gi=new ls,ya=new ls,zn=new $,bi=class i extends Hi{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:Ov++}),this.uuid=Io(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(e){return Array.isArray(e)?this.index=new(av(e)?Ia:Pa)(e,1):this.index=e,this}setIndirect(e,t=0){return this.indirect=e,this.indirectOffset=t,this}getIndirect(){return this.indirect}getAttribute(e){return this.attributes[e]}setAttribute(e,t){return this.attributes[e]=t,this}deleteAttribute(e){return delete this.attributes[e],this}hasAttribute(e){return this.attributes[e]!==void 0}addGroup(e,t,n=0){this.groups.push({start:e,count:t,materialIndex:n})}clearGroups(){this.groups=[]}setDrawRange(e,t){this.drawRange.start=e,this.drawRange.count=t}applyMatrix4(e){let t=this.attributes.position;t!==void 0&&(t.applyMatrix4(e),t.needsUpdate=!0);let n=this.attributes.normal;if(n!==void 0){let r=new st().getNormalMatrix(e);n.applyNormalMatrix(r),n.needsUpdate=!0}let s=this.attributes.tangent;return s!==void 0&&(s.transformDirection(e),s.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(e){return Ii.makeRotationFromQuaternion(e),this.applyMatrix4(Ii),this}rotateX(e){return Ii.makeRotationX(e),this.applyMatrix4(Ii),this}rotateY(e){return Ii.makeRotationY(e),this.applyMatrix4(Ii),this}rotateZ(e){return Ii.makeRotationZ(e),this.applyMatrix4(Ii),this}translate(e,t,n){return Ii.makeTranslation(e,t,n),this.applyMatrix4(Ii),this}scale(e,t,n){return Ii.makeScale(e,t,n),this.applyMatrix4(Ii),this}lookAt(e){return od.lookAt(e),od.updateMatrix(),this.applyMatrix4(od.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(ho).negate(),this.translate(ho.x,ho.y,ho.z),this}setFromPoints(e){let t=this.getAttribute("position");if(t===void 0){let n=[];for(let s=0,r=e.length;s<r;s++){let o=e[s];n.push(o.x,o.y,o.z||0)}this.setAttribute("position",new An(n,3))}else{let n=Math.min(e.length,t.count);for(let s=0;s<n;s++){let r=e[s];t.setXYZ(s,r.x,r.y,r.z||0)}e.length>t.count&&Je("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),t.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new ls);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){nt("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new $(-1/0,-1/0,-1/0),new $(1/0,1/0,1/0));return}if(e!==void 0){if(this.boundingBox.setFromBufferAttribute(e),t)for(let n=0,s=t.length;n<s;n++){let r=t[n];gi.setFromBufferAttribute(r),this.morphTargetsRelative?(zn.addVectors(this.boundingBox.min,gi.min),this.boundingBox.expandByPoint(zn),zn.addVectors(this.boundingBox.max,gi.max),this.boundingBox.expandByPoint(zn)):(this.boundingBox.expandByPoint(gi.min),this.boundingBox.expandByPoint(gi.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&nt('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Ls);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){nt("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new $,1/0);return}if(e){let n=this.boundingSphere.center;if(gi.setFromBufferAttribute(e),t)for(let r=0,o=t.length;r<o;r++){let a=t[r];ya.setFromBufferAttribute(a),this.morphTargetsRelative?(zn.addVectors(gi.min,ya.min),gi.expandByPoint(zn),zn.addVectors(gi.max,ya.max),gi.expandByPoint(zn)):(gi.expandByPoint(ya.min),gi.expandByPoint(ya.max))}gi.getCenter(n);let s=0;for(let r=0,o=e.count;r<o;r++)zn.fromBufferAttribute(e,r),s=Math.max(s,n.distanceToSquared(zn));if(t)for(let r=0,o=t.length;r<o;r++){let a=t[r],l=this.morphTargetsRelative;for(let c=0,h=a.count;c<h;c++)zn.fromBufferAttribute(a,c),l&&(ho.fromBufferAttribute(e,c),zn.add(ho)),s=Math.max(s,n.distanceToSquared(zn))}this.boundingSphere.radius=Math.sqrt(s),isNaN(this.boundingSphere.radius)&&nt('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let e=this.index,t=this.attributes;if(e===null||t.position===void 0||t.normal===void 0||t.uv===void 0){nt("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let n=t.position,s=t.normal,r=t.uv,o=this.getAttribute("tangent");(o===void 0||o.count!==n.count)&&(o=new yi(new Float32Array(4*n.count),4),this.setAttribute("tangent",o));let a=[],l=[],c=new Uint8Array(n.count);for(let V=0;V<n.count;V++)a[V]=new $,l[V]=new $;let h=new $,d=new $,u=new $,f=new je,g=new je,v=new je,m=new $,p=new $;function S(V,F,O){c[V]=c[F]=c[O]=1,h.fromBufferAttribute(n,V),d.fromBufferAttribute(n,F),u.fromBufferAttribute(n,O),f.fromBufferAttribute(r,V),g.fromBufferAttribute(r,F),v.fromBufferAttribute(r,O),d.sub(h),u.sub(h),g.sub(f),v.sub(f);let G=1/(g.x*v.y-v.x*g.y);isFinite(G)&&(m.copy(d).multiplyScalar(v.y).addScaledVector(u,-g.y).multiplyScalar(G),p.copy(u).multiplyScalar(g.x).addScaledVector(d,-v.x).multiplyScalar(G),a[V].add(m),a[F].add(m),a[O].add(m),l[V].add(p),l[F].add(p),l[O].add(p))}let P=this.groups;P.length===0&&(P=[{start:0,count:e.count}]);for(let V=0,F=P.length;V<F;++V){let O=P[V],G=O.start,X=O.count;for(let U=G,q=G+X;U<q;U+=3)S(e.getX(U+0),e.getX(U+1),e.getX(U+2))}let T=new $,L=new $,A=new $,x=new $;function E(V){A.fromBufferAttribute(s,V),x.copy(A);let F=a[V];T.copy(F),T.sub(A.multiplyScalar(A.dot(F))).normalize(),L.crossVectors(x,F);let G=L.dot(l[V])<0?-1:1;o.setXYZW(V,T.x,T.y,T.z,G)}for(let V=0,F=n.count;V<F;++V)c[V]&&E(V);this._transformed=!0}computeVertexNormals(){let e=this.index,t=this.getAttribute("position");if(t!==void 0){let n=this.getAttribute("normal");if(n===void 0||n.count!==t.count)n=new yi(new Float32Array(t.count*3),3),this.setAttribute("normal",n);else for(let u=0,f=n.count;u<f;u++)n.setXYZ(u,0,0,0);let s=new $,r=new $,o=new $,a=new $,l=new $,c=new $,h=new $,d=new $;if(e)for(let u=0,f=e.count;u<f;u+=3){let g=e.getX(u+0),v=e.getX(u+1),m=e.getX(u+2);s.fromBufferAttribute(t,g),r.fromBufferAttribute(t,v),o.fromBufferAttribute(t,m),h.subVectors(o,r),d.subVectors(s,r),h.cross(d),a.fromBufferAttribute(n,g),l.fromBufferAttribute(n,v),c.fromBufferAttribute(n,m),a.add(h),l.add(h),c.add(h),n.setXYZ(g,a.x,a.y,a.z),n.setXYZ(v,l.x,l.y,l.z),n.setXYZ(m,c.x,c.y,c.z)}else for(let u=0,f=t.count;u<f;u+=3)s.fromBufferAttribute(t,u+0),r.fromBufferAttribute(t,u+1),o.fromBufferAttribute(t,u+2),h.subVectors(o,r),d.subVectors(s,r),h.cross(d),n.setXYZ(u+0,h.x,h.y,h.z),n.setXYZ(u+1,h.x,h.y,h.z),n.setXYZ(u+2,h.x,h.y,h.z);this.normalizeNormals(),n.needsUpdate=!0}}normalizeNormals(){let e=this.attributes.normal;for(let t=0,n=e.count;t<n;t++)zn.fromBufferAttribute(e,t),zn.normalize(),e.setXYZ(t,zn.x,zn.y,zn.z)}toNonIndexed(){function e(a,l){let c=a.array,h=a.itemSize,d=a.normalized,u=new c.constructor(l.length*h),f=0,g=0;for(let v=0,m=l.length;v<m;v++){a.isInterleavedBufferAttribute?f=l[v]*a.data.stride+a.offset:f=l[v]*h;for(let p=0;p<h;p++)u[g++]=c[f++]}return new yi(u,h,d)}if(this.index===null)return Je("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let t=new i,n=this.index.array,s=this.attributes;for(let a in s){let l=s[a],c=e(l,n);t.setAttribute(a,c)}let r=this.morphAttributes;for(let a in r){let l=[],c=r[a];for(let h=0,d=c.length;h<d;h++){let u=c[h],f=e(u,n);l.push(f)}t.morphAttributes[a]=l}t.morphTargetsRelative=this.morphTargetsRelative;let o=this.groups;for(let a=0,l=o.length;a<l;a++){let c=o[a];t.addGroup(c.start,c.count,c.materialIndex)}return t}toJSON(){let e={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(e.uuid=this.uuid,e.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,e.name=this.name,Object.keys(this.userData).length>0&&(e.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let l=this.parameters;for(let c in l)l[c]!==void 0&&(e[c]=l[c]);return e}e.data={attributes:{}};let t=this.index;t!==null&&(e.data.index={type:t.array.constructor.name,array:Array.prototype.slice.call(t.array)});let n=this.attributes;for(let l in n){let c=n[l];e.data.attributes[l]=c.toJSON(e.data)}let s={},r=!1;for(let l in this.morphAttributes){let c=this.morphAttributes[l],h=[];for(let d=0,u=c.length;d<u;d++){let f=c[d];h.push(f.toJSON(e.data))}h.length>0&&(s[l]=h,r=!0)}r&&(e.data.morphAttributes=s,e.data.morphTargetsRelative=this.morphTargetsRelative);let o=this.groups;o.length>0&&(e.data.groups=JSON.parse(JSON.stringify(o)));let a=this.boundingSphere;return a!==null&&(e.data.boundingSphere=a.toJSON()),e}clone(){return new this.constructor().copy(this)}copy(e){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let t={};this.name=e.name;let n=e.index;n!==null&&this.setIndex(n.clone());let s=e.attributes;for(let c in s){let h=s[c];this.setAttribute(c,h.clone(t))}let r=e.morphAttributes;for(let c in r){let h=[],d=r[c];for(let u=0,f=d.length;u<f;u++)h.push(d[u].clone(t));this.morphAttributes[c]=h}this.morphTargetsRelative=e.morphTargetsRelative;let o=e.groups;for(let c=0,h=o.length;c<h;c++){let d=o[c];this.addGroup(d.start,d.count,d.materialIndex)}let a=e.boundingBox;a!==null&&(this.boundingBox=a.clone());let l=e.boundingSphere;return l!==null&&(this.boundingSphere=l.clone()),this.drawRange.start=e.drawRange.start,this.drawRange.count=e.drawRange.count,this.userData=e.userData,this._transformed=e._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}};var ad=new $,Fv=new $,Bv=new st,xi=class{constructor(e=new $(1,0,0),t=0){this.isPlane=!0,this.normal=e,this.constant=t}set(e,t){return this.normal.copy(e),this.constant=t,this}setComponents(e,t,n,s){return this.normal.set(e,t,n),this.constant=s,this}setFromNormalAndCoplanarPoint(e,t){return this.normal.copy(e),this.constant=-t.dot(this.normal),this}setFromCoplanarPoints(e,t,n){let s=ad.subVectors(n,t).cross(Fv.subVectors(e,t)).normalize();return this.setFromNormalAndCoplanarPoint(s,e),this}copy(e){return this.normal.copy(e.normal),this.constant=e.constant,this}normalize(){let e=1/this.normal.length();return this.normal.multiplyScalar(e),this.constant*=e,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(e){return this.normal.dot(e)+this.constant}distanceToSphere(e){return this.distanceToPoint(e.center)-e.radius}projectPoint(e,t){return t.copy(e).addScaledVector(this.normal,-this.distanceToPoint(e))}intersectLine(e,t,n=!0){let s=e.delta(ad),r=this.normal.dot(s);if(r===0)return this.distanceToPoint(e.start)===0?t.copy(e.start):null;let o=-(e.start.dot(this.normal)+this.constant)/r;return n===!0&&(o<0||o>1)?null:t.copy(e.start).addScaledVector(s,o)}intersectsLine(e){let t=this.distanceToPoint(e.start),n=this.distanceToPoint(e.end);return t<0&&n>0||n<0&&t>0}intersectsBox(e){return e.intersectsPlane(this)}intersectsSphere(e){return e.intersectsPlane(this)}coplanarPoint(e){return e.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(e,t){let n=t||Bv.getNormalMatrix(e),s=this.coplanarPoint(ad).applyMatrix4(e),r=this.normal.applyMatrix3(n).normalize();return this.constant=-s.dot(r),this}translate(e){return this.constant-=e.dot(this.normal),this}equals(e){return e.normal.equals(this.normal)&&e.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(e){return this.normal.fromArray(e.normal),this.constant=e.constant,this}},kv=0,Ds=class extends Hi{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:kv++}),this.uuid=Io(),this.name="",this.type="Material",this.blending=Co,this.side=hr,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=wd,this.blendDst=Td,this.blendEquation=Ar,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new St(0,0,0),this.blendAlpha=0,this.depthFunc=go,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=Ag,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=mc,this.stencilZFail=mc,this.stencilZPass=mc,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(e){this._alphaTest>0!=e>0&&this.version++,this._alphaTest=e}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(e){if(e!==void 0)for(let t in e){let n=e[t];if(n===void 0){Je(`Material: parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Je(`Material: '${t}' is not a property of THREE.${this.type}.`);continue}s&&s.isColor?s.set(n):s&&s.isVector2&&n&&n.isVector2||s&&s.isEuler&&n&&n.isEuler||s&&s.isVector3&&n&&n.isVector3?s.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";t&&(e={textures:{},images:{}});let n={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};n.uuid=this.uuid,n.type=this.type,n.blending=this.blending,n.side=this.side,n.shadowSide=this.shadowSide,n.vertexColors=this.vertexColors,n.opacity=this.opacity,n.transparent=this.transparent,n.blendSrc=this.blendSrc,n.blendDst=this.blendDst,n.blendEquation=this.blendEquation,n.blendSrcAlpha=this.blendSrcAlpha,n.blendDstAlpha=this.blendDstAlpha,n.blendEquationAlpha=this.blendEquationAlpha,n.blendColor=this.blendColor.getHex(),n.blendAlpha=this.blendAlpha,n.depthFunc=this.depthFunc,n.depthTest=this.depthTest,n.depthWrite=this.depthWrite,n.colorWrite=this.colorWrite,n.clipIntersection=this.clipIntersection,n.clipShadows=this.clipShadows,n.stencilWriteMask=this.stencilWriteMask,n.stencilFunc=this.stencilFunc,n.stencilRef=this.stencilRef,n.stencilFuncMask=this.stencilFuncMask,n.stencilFail=this.stencilFail,n.stencilZFail=this.stencilZFail,n.stencilZPass=this.stencilZPass,n.stencilWrite=this.stencilWrite,n.polygonOffset=this.polygonOffset,n.polygonOffsetFactor=this.polygonOffsetFactor,n.polygonOffsetUnits=this.polygonOffsetUnits,n.dithering=this.dithering,n.alphaTest=this.alphaTest,n.alphaHash=this.alphaHash,n.alphaToCoverage=this.alphaToCoverage,n.premultipliedAlpha=this.premultipliedAlpha,n.forceSinglePass=this.forceSinglePass,n.allowOverride=this.allowOverride,n.visible=this.visible,n.toneMapped=this.toneMapped,n.name=this.name,this.color&&this.color.isColor&&(n.color=this.color.getHex()),this.roughness!==void 0&&(n.roughness=this.roughness),this.metalness!==void 0&&(n.metalness=this.metalness),this.sheen!==void 0&&(n.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(n.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(n.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(n.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(n.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(n.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(n.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(n.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(n.shininess=this.shininess),this.clearcoat!==void 0&&(n.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(n.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(n.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(n.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(e).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(n.clearcoatMap=this.clearcoatMap.toJSON(e).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(n.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(e).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(n.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(e).uuid,n.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(n.sheenColorMap=this.sheenColorMap.toJSON(e).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(n.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(e).uuid),this.dispersion!==void 0&&(n.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(n.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(n.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(n.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(n.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(n.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(n.iridescenceMap=this.iridescenceMap.toJSON(e).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(n.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(e).uuid),this.anisotropy!==void 0&&(n.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(n.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(n.anisotropyMap=this.anisotropyMap.toJSON(e).uuid),this.map&&this.map.isTexture&&(n.map=this.map.toJSON(e).uuid),this.matcap&&this.matcap.isTexture&&(n.matcap=this.matcap.toJSON(e).uuid),this.alphaMap&&this.alphaMap.isTexture&&(n.alphaMap=this.alphaMap.toJSON(e).uuid),this.lightMap&&this.lightMap.isTexture&&(n.lightMap=this.lightMap.toJSON(e).uuid,n.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(n.aoMap=this.aoMap.toJSON(e).uuid,n.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(n.bumpMap=this.bumpMap.toJSON(e).uuid,n.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(n.normalMap=this.normalMap.toJSON(e).uuid,n.normalMapType=this.normalMapType,n.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(n.displacementMap=this.displacementMap.toJSON(e).uuid,n.displacementScale=this.displacementScale,n.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(n.roughnessMap=this.roughnessMap.toJSON(e).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(n.metalnessMap=this.metalnessMap.toJSON(e).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(n.emissiveMap=this.emissiveMap.toJSON(e).uuid),this.specularMap&&this.specularMap.isTexture&&(n.specularMap=this.specularMap.toJSON(e).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(n.specularIntensityMap=this.specularIntensityMap.toJSON(e).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(n.specularColorMap=this.specularColorMap.toJSON(e).uuid),this.envMap&&this.envMap.isTexture&&(n.envMap=this.envMap.toJSON(e).uuid,this.combine!==void 0&&(n.combine=this.combine)),this.envMapRotation!==void 0&&(n.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(n.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(n.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(n.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(n.gradientMap=this.gradientMap.toJSON(e).uuid),this.transmission!==void 0&&(n.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(n.transmissionMap=this.transmissionMap.toJSON(e).uuid),this.thickness!==void 0&&(n.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(n.thicknessMap=this.thicknessMap.toJSON(e).uuid),this.attenuationDistance!==void 0&&(n.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(n.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(n.size=this.size),this.sizeAttenuation!==void 0&&(n.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(n.clippingPlanes=this.clippingPlanes.map(r=>r.toJSON())),this.rotation!==void 0&&(n.rotation=this.rotation),this.depthPacking!==void 0&&(n.depthPacking=this.depthPacking),this.linewidth!==void 0&&(n.linewidth=this.linewidth),this.linecap!==void 0&&(n.linecap=this.linecap),this.linejoin!==void 0&&(n.linejoin=this.linejoin),this.dashSize!==void 0&&(n.dashSize=this.dashSize),this.gapSize!==void 0&&(n.gapSize=this.gapSize),this.scale!==void 0&&(n.scale=this.scale),this.wireframe!==void 0&&(n.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(n.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(n.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(n.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(n.flatShading=this.flatShading),this.fog!==void 0&&(n.fog=this.fog),Object.keys(this.userData).length>0&&(n.userData=this.userData);function s(r){let o=[];for(let a in r){let l=r[a];delete l.metadata,o.push(l)}return o}if(t){let r=s(e.textures),o=s(e.images);r.length>0&&(n.textures=r),o.length>0&&(n.images=o)}return n}fromJSON(e,t){if(e.uuid!==void 0&&(this.uuid=e.uuid),e.name!==void 0&&(this.name=e.name),e.color!==void 0&&this.color!==void 0&&this.color.setHex(e.color),e.roughness!==void 0&&(this.roughness=e.roughness),e.metalness!==void 0&&(this.metalness=e.metalness),e.sheen!==void 0&&(this.sheen=e.sheen),e.sheenColor!==void 0&&(this.sheenColor=new St().setHex(e.sheenColor)),e.sheenRoughness!==void 0&&(this.sheenRoughness=e.sheenRoughness),e.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(e.emissive),e.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(e.specular),e.specularIntensity!==void 0&&(this.specularIntensity=e.specularIntensity),e.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(e.specularColor),e.shininess!==void 0&&(this.shininess=e.shininess),e.clearcoat!==void 0&&(this.clearcoat=e.clearcoat),e.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=e.clearcoatRoughness),e.diffuseRoughness!==void 0&&(this.diffuseRoughness=e.diffuseRoughness),e.dispersion!==void 0&&(this.dispersion=e.dispersion),e.retroreflectivity!==void 0&&(this.retroreflectivity=e.retroreflectivity),e.iridescence!==void 0&&(this.iridescence=e.iridescence),e.iridescenceIOR!==void 0&&(this.iridescenceIOR=e.iridescenceIOR),e.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum),e.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum),e.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=e.iridescenceThicknessRange[1]),e.transmission!==void 0&&(this.transmission=e.transmission),e.thickness!==void 0&&(this.thickness=e.thickness),e.attenuationDistance!==void 0&&(this.attenuationDistance=e.attenuationDistance),e.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(e.attenuationColor),e.anisotropy!==void 0&&(this.anisotropy=e.anisotropy),e.anisotropyRotation!==void 0&&(this.anisotropyRotation=e.anisotropyRotation),e.fog!==void 0&&(this.fog=e.fog),e.flatShading!==void 0&&(this.flatShading=e.flatShading),e.blending!==void 0&&(this.blending=e.blending),e.combine!==void 0&&(this.combine=e.combine),e.side!==void 0&&(this.side=e.side),e.shadowSide!==void 0&&(this.shadowSide=e.shadowSide),e.opacity!==void 0&&(this.opacity=e.opacity),e.transparent!==void 0&&(this.transparent=e.transparent),e.alphaTest!==void 0&&(this.alphaTest=e.alphaTest),e.alphaHash!==void 0&&(this.alphaHash=e.alphaHash),e.depthFunc!==void 0&&(this.depthFunc=e.depthFunc),e.depthTest!==void 0&&(this.depthTest=e.depthTest),e.depthWrite!==void 0&&(this.depthWrite=e.depthWrite),e.colorWrite!==void 0&&(this.colorWrite=e.colorWrite),e.clippingPlanes!==void 0&&(this.clippingPlanes=e.clippingPlanes.map(n=>new xi().fromJSON(n))),e.clipIntersection!==void 0&&(this.clipIntersection=e.clipIntersection),e.clipShadows!==void 0&&(this.clipShadows=e.clipShadows),e.depthPacking!==void 0&&(this.depthPacking=e.depthPacking),e.blendSrc!==void 0&&(this.blendSrc=e.blendSrc),e.blendDst!==void 0&&(this.blendDst=e.blendDst),e.blendEquation!==void 0&&(this.blendEquation=e.blendEquation),e.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=e.blendSrcAlpha),e.blendDstAlpha!==void 0&&(this.blendDstAlpha=e.blendDstAlpha),e.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=e.blendEquationAlpha),e.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(e.blendColor),e.blendAlpha!==void 0&&(this.blendAlpha=e.blendAlpha),e.stencilWriteMask!==void 0&&(this.stencilWriteMask=e.stencilWriteMask),e.stencilFunc!==void 0&&(this.stencilFunc=e.stencilFunc),e.stencilRef!==void 0&&(this.stencilRef=e.stencilRef),e.stencilFuncMask!==void 0&&(this.stencilFuncMask=e.stencilFuncMask),e.stencilFail!==void 0&&(this.stencilFail=e.stencilFail),e.stencilZFail!==void 0&&(this.stencilZFail=e.stencilZFail),e.stencilZPass!==void 0&&(this.stencilZPass=e.stencilZPass),e.stencilWrite!==void 0&&(this.stencilWrite=e.stencilWrite),e.wireframe!==void 0&&(this.wireframe=e.wireframe),e.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=e.wireframeLinewidth),e.wireframeLinecap!==void 0&&(this.wireframeLinecap=e.wireframeLinecap),e.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=e.wireframeLinejoin),e.rotation!==void 0&&(this.rotation=e.rotation),e.linewidth!==void 0&&(this.linewidth=e.linewidth),e.linecap!==void 0&&(this.linecap=e.linecap),e.linejoin!==void 0&&(this.linejoin=e.linejoin),e.dashSize!==void 0&&(this.dashSize=e.dashSize),e.gapSize!==void 0&&(this.gapSize=e.gapSize),e.scale!==void 0&&(this.scale=e.scale),e.polygonOffset!==void 0&&(this.polygonOffset=e.polygonOffset),e.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=e.polygonOffsetFactor),e.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=e.polygonOffsetUnits),e.dithering!==void 0&&(this.dithering=e.dithering),e.alphaToCoverage!==void 0&&(this.alphaToCoverage=e.alphaToCoverage),e.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=e.premultipliedAlpha),e.forceSinglePass!==void 0&&(this.forceSinglePass=e.forceSinglePass),e.allowOverride!==void 0&&(this.allowOverride=e.allowOverride),e.visible!==void 0&&(this.visible=e.visible),e.toneMapped!==void 0&&(this.toneMapped=e.toneMapped),e.userData!==void 0&&(this.userData=e.userData),e.vertexColors!==void 0&&(typeof e.vertexColors=="number"?this.vertexColors=e.vertexColors>0:this.vertexColors=e.vertexColors),e.size!==void 0&&(this.size=e.size),e.sizeAttenuation!==void 0&&(this.sizeAttenuation=e.sizeAttenuation),e.map!==void 0&&(this.map=t[e.map]||null),e.matcap!==void 0&&(this.matcap=t[e.matcap]||null),e.alphaMap!==void 0&&(this.alphaMap=t[e.alphaMap]||null),e.bumpMap!==void 0&&(this.bumpMap=t[e.bumpMap]||null),e.bumpScale!==void 0&&(this.bumpScale=e.bumpScale),e.normalMap!==void 0&&(this.normalMap=t[e.normalMap]||null),e.normalMapType!==void 0&&(this.normalMapType=e.normalMapType),e.normalScale!==void 0){let n=e.normalScale;Array.isArray(n)===!1&&(n=[n,n]),this.normalScale=new je().fromArray(n)}return e.displacementMap!==void 0&&(this.displacementMap=t[e.displacementMap]||null),e.displacementScale!==void 0&&(this.displacementScale=e.displacementScale),e.displacementBias!==void 0&&(this.displacementBias=e.displacementBias),e.roughnessMap!==void 0&&(this.roughnessMap=t[e.roughnessMap]||null),e.metalnessMap!==void 0&&(this.metalnessMap=t[e.metalnessMap]||null),e.emissiveMap!==void 0&&(this.emissiveMap=t[e.emissiveMap]||null),e.emissiveIntensity!==void 0&&(this.emissiveIntensity=e.emissiveIntensity),e.specularMap!==void 0&&(this.specularMap=t[e.specularMap]||null),e.specularIntensityMap!==void 0&&(this.specularIntensityMap=t[e.specularIntensityMap]||null),e.specularColorMap!==void 0&&(this.specularColorMap=t[e.specularColorMap]||null),e.envMap!==void 0&&(this.envMap=t[e.envMap]||null),e.envMapRotation!==void 0&&this.envMapRotation.fromArray(e.envMapRotation),e.envMapIntensity!==void 0&&(this.envMapIntensity=e.envMapIntensity),e.reflectivity!==void 0&&(this.reflectivity=e.reflectivity),e.refractionRatio!==void 0&&(this.refractionRatio=e.refractionRatio),e.lightMap!==void 0&&(this.lightMap=t[e.lightMap]||null),e.lightMapIntensity!==void 0&&(this.lightMapIntensity=e.lightMapIntensity),e.aoMap!==void 0&&(this.aoMap=t[e.aoMap]||null),e.aoMapIntensity!==void 0&&(this.aoMapIntensity=e.aoMapIntensity),e.gradientMap!==void 0&&(this.gradientMap=t[e.gradientMap]||null),e.clearcoatMap!==void 0&&(this.clearcoatMap=t[e.clearcoatMap]||null),e.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=t[e.clearcoatRoughnessMap]||null),e.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=t[e.clearcoatNormalMap]||null),e.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new je().fromArray(e.clearcoatNormalScale)),e.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=t[e.diffuseRoughnessMap]||null),e.iridescenceMap!==void 0&&(this.iridescenceMap=t[e.iridescenceMap]||null),e.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=t[e.iridescenceThicknessMap]||null),e.transmissionMap!==void 0&&(this.transmissionMap=t[e.transmissionMap]||null),e.thicknessMap!==void 0&&(this.thicknessMap=t[e.thicknessMap]||null),e.anisotropyMap!==void 0&&(this.anisotropyMap=t[e.anisotropyMap]||null),e.sheenColorMap!==void 0&&(this.sheenColorMap=t[e.sheenColorMap]||null),e.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=t[e.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(e){this.name=e.name,this.blending=e.blending,this.side=e.side,this.vertexColors=e.vertexColors,this.opacity=e.opacity,this.transparent=e.transparent,this.blendSrc=e.blendSrc,this.blendDst=e.blendDst,this.blendEquation=e.blendEquation,this.blendSrcAlpha=e.blendSrcAlpha,this.blendDstAlpha=e.blendDstAlpha,this.blendEquationAlpha=e.blendEquationAlpha,this.blendColor.copy(e.blendColor),this.blendAlpha=e.blendAlpha,this.depthFunc=e.depthFunc,this.depthTest=e.depthTest,this.depthWrite=e.depthWrite,this.stencilWriteMask=e.stencilWriteMask,this.stencilFunc=e.stencilFunc,this.stencilRef=e.stencilRef,this.stencilFuncMask=e.stencilFuncMask,this.stencilFail=e.stencilFail,this.stencilZFail=e.stencilZFail,this.stencilZPass=e.stencilZPass,this.stencilWrite=e.stencilWrite;let t=e.clippingPlanes,n=null;if(t!==null){let s=t.length;n=new Array(s);for(let r=0;r!==s;++r)n[r]=t[r].clone()}return this.clippingPlanes=n,this.clipIntersection=e.clipIntersection,this.clipShadows=e.clipShadows,this.shadowSide=e.shadowSide,this.colorWrite=e.colorWrite,this.precision=e.precision,this.polygonOffset=e.polygonOffset,this.polygonOffsetFactor=e.polygonOffsetFactor,this.polygonOffsetUnits=e.polygonOffsetUnits,this.dithering=e.dithering,this.alphaTest=e.alphaTest,this.alphaHash=e.alphaHash,this.alphaToCoverage=e.alphaToCoverage,this.premultipliedAlpha=e.premultipliedAlpha,this.forceSinglePass=e.forceSinglePass,this.allowOverride=e.allowOverride,this.visible=e.visible,this.toneMapped=e.toneMapped,this.userData=JSON.parse(JSON.stringify(e.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(e){e===!0&&this.version++}};var Cs=new $,ld=new $,Ql=new $,ec=new $,ir=class{constructor(e=new $,t=new $(0,0,-1)){this.origin=e,this.direction=t}set(e,t){return this.origin.copy(e),this.direction.copy(t),this}copy(e){return this.origin.copy(e.origin),this.direction.copy(e.direction),this}at(e,t){return t.copy(this.origin).addScaledVector(this.direction,e)}lookAt(e){return this.direction.copy(e).sub(this.origin).normalize(),this}recast(e){return this.origin.copy(this.at(e,Cs)),this}closestPointToPoint(e,t){t.subVectors(e,this.origin);let n=t.dot(this.direction);return n<0?t.copy(this.origin):t.copy(this.origin).addScaledVector(this.direction,n)}distanceToPoint(e){return Math.sqrt(this.distanceSqToPoint(e))}distanceSqToPoint(e){let t=Cs.subVectors(e,this.origin).dot(this.direction);return t<0?this.origin.distanceToSquared(e):(Cs.copy(this.origin).addScaledVector(this.direction,t),Cs.distanceToSquared(e))}distanceSqToSegment(e,t,n,s){ld.copy(e).add(t).multiplyScalar(.5),Ql.copy(t).sub(e).normalize(),ec.copy(this.origin).sub(ld);let r=e.distanceTo(t)*.5,o=-this.direction.dot(Ql),a=ec.dot(this.direction),l=-ec.dot(Ql),c=ec.lengthSq(),h=Math.abs(1-o*o),d,u,f,g;if(h>0)if(d=o*l-a,u=o*a-l,g=r*h,d>=0)if(u>=-g)if(u<=g){let v=1/h;d*=v,u*=v,f=d*(d+o*u+2*a)+u*(o*d+u+2*l)+c}else u=r,d=Math.max(0,-(o*u+a)),f=-d*d+u*(u+2*l)+c;else u=-r,d=Math.max(0,-(o*u+a)),f=-d*d+u*(u+2*l)+c;else u<=-g?(d=Math.max(0,-(-o*r+a)),u=d>0?-r:Math.min(Math.max(-r,-l),r),f=-d*d+u*(u+2*l)+c):u<=g?(d=0,u=Math.min(Math.max(-r,-l),r),f=u*(u+2*l)+c):(d=Math.max(0,-(o*r+a)),u=d>0?r:Math.min(Math.max(-r,-l),r),f=-d*d+u*(u+2*l)+c);else u=o>0?-r:r,d=Math.max(0,-(o*u+a)),f=-d*d+u*(u+2*l)+c;return n&&n.copy(this.origin).addScaledVector(this.direction,d),s&&s.copy(ld).addScaledVector(Ql,u),f}intersectSphere(e,t){if(e.radius<0)return null;Cs.subVectors(e.center,this.origin);let n=Cs.dot(this.direction),s=Cs.dot(Cs)-n*n,r=e.radius*e.radius;if(s>r)return null;let o=Math.sqrt(r-s),a=n-o,l=n+o;return l<0?null:a<0?this.at(l,t):this.at(a,t)}intersectsSphere(e){return e.radius<0?!1:this.distanceSqToPoint(e.center)<=e.radius*e.radius}distanceToPlane(e){let t=e.normal.dot(this.direction);if(t===0)return e.distanceToPoint(this.origin)===0?0:null;let n=-(this.origin.dot(e.normal)+e.constant)/t;return n>=0?n:null}intersectPlane(e,t){let n=this.distanceToPlane(e);return n===null?null:this.at(n,t)}intersectsPlane(e){let t=e.distanceToPoint(this.origin);return t===0||e.normal.dot(this.direction)*t<0}intersectBox(e,t){let n,s,r,o,a,l,c=1/this.direction.x,h=1/this.direction.y,d=1/this.direction.z,u=this.origin;return c>=0?(n=(e.min.x-u.x)*c,s=(e.max.x-u.x)*c):(n=(e.max.x-u.x)*c,s=(e.min.x-u.x)*c),h>=0?(r=(e.min.y-u.y)*h,o=(e.max.y-u.y)*h):(r=(e.max.y-u.y)*h,o=(e.min.y-u.y)*h),n>o||r>s||((r>n||isNaN(n))&&(n=r),(o<s||isNaN(s))&&(s=o),d>=0?(a=(e.min.z-u.z)*d,l=(e.max.z-u.z)*d):(a=(e.max.z-u.z)*d,l=(e.min.z-u.z)*d),n>l||a>s)||((a>n||n!==n)&&(n=a),(l<s||s!==s)&&(s=l),s<0)?null:this.at(n>=0?n:s,t)}intersectsBox(e){return this.intersectBox(e,Cs)!==null}intersectTriangle(e,t,n,s,r){let o=this.origin,a=this.direction,l=a.x,c=a.y,h=a.z,d=e.x-o.x,u=e.y-o.y,f=e.z-o.z,g=t.x-o.x,v=t.y-o.y,m=t.z-o.z,p=n.x-o.x,S=n.y-o.y,P=n.z-o.z,T=Math.abs(l),L=Math.abs(c),A=Math.abs(h),x,E,V,F,O,G,X,U,q,J,W,ue;if(T>=L&&T>=A?(V=l,G=d,q=g,ue=p,l>=0?(x=c,E=h,F=u,O=f,X=v,U=m,J=S,W=P):(x=h,E=c,F=f,O=u,X=m,U=v,J=P,W=S)):L>=A?(V=c,G=u,q=v,ue=S,c>=0?(x=h,E=l,F=f,O=d,X=m,U=g,J=P,W=p):(x=l,E=h,F=d,O=f,X=g,U=m,J=p,W=P)):(V=h,G=f,q=m,ue=P,h>=0?(x=l,E=c,F=d,O=u,X=g,U=v,J=p,W=S):(x=c,E=l,F=u,O=d,X=v,U=g,J=S,W=p)),V===0)return null;let Q=x/V,te=E/V,oe=1/V,pe=F-Q*G,fe=O-te*G,ne=X-Q*q,_e=U-te*q,ve=J-Q*ue,Re=W-te*ue,we=ve*_e-Re*ne,qe=pe*Re-fe*ve,ct=ne*fe-_e*pe;if(s){if(we<0||qe<0||ct<0)return null}else if((we<0||qe<0||ct<0)&&(we>0||qe>0||ct>0))return null;let We=we+qe+ct;if(We===0)return null;let _t=oe*(we*G+qe*q+ct*ue);return(We>0?_t<0:_t>0)?null:this.at(_t/We,r)}applyMatrix4(e){return this.origin.applyMatrix4(e),this.direction.transformDirection(e),this}equals(e){return e.origin.equals(this.origin)&&e.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},Rc=class extends Ds{constructor(e){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new St(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Is,this.combine=Kc,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.fog=e.fog,this}},Bm=new qt,wr=new ir,tc=new Ls,km=new $,nc=new $,ic=new $,sc=new $,cd=new $,rc=new $,zm=new $,oc=new $,Mi=class extends Jn{constructor(e=new bi,t=new Rc){super(),this.isMesh=!0,this.type="Mesh",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let s=t[n[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,o=s.length;r<o;r++){let a=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=r}}}}getVertexPosition(e,t){let n=this.geometry,s=n.attributes.position,r=n.morphAttributes.position,o=n.morphTargetsRelative;t.fromBufferAttribute(s,e);let a=this.morphTargetInfluences;if(r&&a){rc.set(0,0,0);for(let l=0,c=r.length;l<c;l++){let h=a[l],d=r[l];h!==0&&(cd.fromBufferAttribute(d,e),o?rc.addScaledVector(cd,h):rc.addScaledVector(cd.sub(t),h))}t.add(rc)}return t}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,s=this.material,r=this.matrixWorld;s!==void 0&&(n.boundingSphere===null&&n.computeBoundingSphere(),tc.copy(n.boundingSphere),tc.applyMatrix4(r),wr.copy(e.ray).recast(e.near),!(tc.containsPoint(wr.origin)===!1&&(wr.intersectSphere(tc,km)===null||wr.origin.distanceToSquared(km)>(e.far-e.near)**2))&&(Bm.copy(r).invert(),wr.copy(e.ray).applyMatrix4(Bm),!(n.boundingBox!==null&&wr.intersectsBox(n.boundingBox)===!1)&&this._computeIntersections(e,t,wr)))}_computeIntersections(e,t,n){let s,r=this.geometry,o=this.material,a=r.index,l=r.attributes.position,c=r.attributes.uv,h=r.attributes.uv1,d=r.attributes.normal,u=r.groups,f=r.drawRange;if(a!==null)if(Array.isArray(o))for(let g=0,v=u.length;g<v;g++){let m=u[g],p=o[m.materialIndex],S=Math.max(m.start,f.start),P=Math.min(a.count,Math.min(m.start+m.count,f.start+f.count));for(let T=S,L=P;T<L;T+=3){let A=a.getX(T),x=a.getX(T+1),E=a.getX(T+2);s=ac(this,p,e,n,c,h,d,A,x,E),s&&(s.faceIndex=Math.floor(T/3),s.face.materialIndex=m.materialIndex,t.push(s))}}else{let g=Math.max(0,f.start),v=Math.min(a.count,f.start+f.count);for(let m=g,p=v;m<p;m+=3){let S=a.getX(m),P=a.getX(m+1),T=a.getX(m+2);s=ac(this,o,e,n,c,h,d,S,P,T),s&&(s.faceIndex=Math.floor(m/3),t.push(s))}}else if(l!==void 0)if(Array.isArray(o))for(let g=0,v=u.length;g<v;g++){let m=u[g],p=o[m.materialIndex],S=Math.max(m.start,f.start),P=Math.min(l.count,Math.min(m.start+m.count,f.start+f.count));for(let T=S,L=P;T<L;T+=3){let A=T,x=T+1,E=T+2;s=ac(this,p,e,n,c,h,d,A,x,E),s&&(s.faceIndex=Math.floor(T/3),s.face.materialIndex=m.materialIndex,t.push(s))}}else{let g=Math.max(0,f.start),v=Math.min(l.count,f.start+f.count);for(let m=g,p=v;m<p;m+=3){let S=m,P=m+1,T=m+2;s=ac(this,o,e,n,c,h,d,S,P,T),s&&(s.faceIndex=Math.floor(m/3),t.push(s))}}}};function zv(i,e,t,n,s,r,o,a){let l;if(e.side===ri?l=n.intersectTriangle(o,r,s,!0,a):l=n.intersectTriangle(s,r,o,e.side===hr,a),l===null)return null;oc.copy(a),oc.applyMatrix4(i.matrixWorld);let c=t.ray.origin.distanceTo(oc);return c<t.near||c>t.far?null:{distance:c,point:oc.clone(),object:i}}function ac(i,e,t,n,s,r,o,a,l,c){i.getVertexPosition(a,nc),i.getVertexPosition(l,ic),i.getVertexPosition(c,sc);let h=zv(i,e,t,n,nc,ic,sc,zm);if(h){let d=new $;nr.getBarycoord(zm,nc,ic,sc,d),s&&(h.uv=nr.getInterpolatedAttribute(s,a,l,c,d,new je)),r&&(h.uv1=nr.getInterpolatedAttribute(r,a,l,c,d,new je)),o&&(h.normal=nr.getInterpolatedAttribute(o,a,l,c,d,new $),h.normal.dot(n.direction)>0&&h.normal.multiplyScalar(-1));let u={a,b:l,c,normal:new $,materialIndex:0};nr.getNormal(nc,ic,sc,u.normal),h.face=u,h.barycoord=d}return h}var Pc=class extends ai{constructor(e=null,t=1,n=1,s,r,o,a,l,c=Vn,h=Vn,d,u){super(null,o,a,l,c,h,s,r,d,u),this.isDataTexture=!0,this.image={data:e,width:t,height:n},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var Tr=new Ls,Vv=new je(.5,.5),lc=new $,sr=class{constructor(e=new xi,t=new xi,n=new xi,s=new xi,r=new xi,o=new xi){this.planes=[e,t,n,s,r,o]}set(e,t,n,s,r,o){let a=this.planes;return a[0].copy(e),a[1].copy(t),a[2].copy(n),a[3].copy(s),a[4].copy(r),a[5].copy(o),this}copy(e){let t=this.planes;for(let n=0;n<6;n++)t[n].copy(e.planes[n]);return this}setFromProjectionMatrix(e,t=Li,n=!1){let s=this.planes,r=e.elements,o=r[0],a=r[1],l=r[2],c=r[3],h=r[4],d=r[5],u=r[6],f=r[7],g=r[8],v=r[9],m=r[10],p=r[11],S=r[12],P=r[13],T=r[14],L=r[15];if(s[0].setComponents(c-o,f-h,p-g,L-S).normalize(),s[1].setComponents(c+o,f+h,p+g,L+S).normalize(),s[2].setComponents(c+a,f+d,p+v,L+P).normalize(),s[3].setComponents(c-a,f-d,p-v,L-P).normalize(),n)s[4].setComponents(l,u,m,T).normalize(),s[5].setComponents(c-l,f-u,p-m,L-T).normalize();else if(s[4].setComponents(c-l,f-u,p-m,L-T).normalize(),t===Li)s[5].setComponents(c+l,f+u,p+m,L+T).normalize();else if(t===_o)s[5].setComponents(l,u,m,T).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+t);return this}intersectsObject(e){if(e.boundingSphere!==void 0)e.boundingSphere===null&&e.computeBoundingSphere(),Tr.copy(e.boundingSphere).applyMatrix4(e.matrixWorld);else{let t=e.geometry;t.boundingSphere===null&&t.computeBoundingSphere(),Tr.copy(t.boundingSphere).applyMatrix4(e.matrixWorld)}return this.intersectsSphere(Tr)}intersectsSprite(e){Tr.center.set(0,0,0);let t=Vv.distanceTo(e.center);return Tr.radius=.7071067811865476+t,Tr.applyMatrix4(e.matrixWorld),this.intersectsSphere(Tr)}intersectsSphere(e){let t=this.planes,n=e.center,s=-e.radius;for(let r=0;r<6;r++)if(t[r].distanceToPoint(n)<s)return!1;return!0}intersectsBox(e){let t=this.planes;for(let n=0;n<6;n++){let s=t[n];if(lc.x=s.normal.x>0?e.max.x:e.min.x,lc.y=s.normal.y>0?e.max.y:e.min.y,lc.z=s.normal.z>0?e.max.z:e.min.z,s.distanceToPoint(lc)<0)return!1}return!0}containsPoint(e){let t=this.planes;for(let n=0;n<6;n++)if(t[n].distanceToPoint(e)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},Vm=new qt,Ic=class i{constructor(){this.coordinateSystem=Li,this._frustums=[],this._count=0}setFromArrayCamera(e){let t=e.cameras,n=this._frustums;for(let s=0;s<t.length;s++){let r=t[s];Vm.multiplyMatrices(r.projectionMatrix,r.matrixWorldInverse),n[s]===void 0&&(n[s]=new sr),n[s].setFromProjectionMatrix(Vm,r.coordinateSystem,r.reversedDepth)}return this._count=t.length,this}getFrustum(e){return this._frustums[e]}intersectsObject(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsObject(e))return!0;return!1}intersectsSprite(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSprite(e))return!0;return!1}intersectsSphere(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSphere(e))return!0;return!1}intersectsBox(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsBox(e))return!0;return!1}containsPoint(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].containsPoint(e))return!0;return!1}copy(e){this.coordinateSystem=e.coordinateSystem;let t=this._frustums,n=e._frustums;for(let s=0;s<e._count;s++)t[s]===void 0&&(t[s]=new sr),t[s].copy(n[s]);return this._count=e._count,this}clone(){return new i().copy(this)}};var La=class extends Ds{constructor(e){super(),this.isLineBasicMaterial=!0,this.type="LineBasicMaterial",this.color=new St(16777215),this.map=null,this.linewidth=1,this.linecap="round",this.linejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.linewidth=e.linewidth,this.linecap=e.linecap,this.linejoin=e.linejoin,this.fog=e.fog,this}},Lc=new $,Dc=new $,Gm=new qt,va=new ir,cc=new Ls,hd=new $,Hm=new $,Nc=class extends Jn{constructor(e=new bi,t=new La){super(),this.isLine=!0,this.type="Line",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,n=[0];for(let s=1,r=t.count;s<r;s++)Lc.fromBufferAttribute(t,s-1),Dc.fromBufferAttribute(t,s),n[s]=n[s-1],n[s]+=Lc.distanceTo(Dc);e.setAttribute("lineDistance",new An(n,1))}else Je("Line.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,s=this.matrixWorld,r=e.params.Line.threshold,o=n.drawRange;if(n.boundingSphere===null&&n.computeBoundingSphere(),cc.copy(n.boundingSphere),cc.applyMatrix4(s),cc.radius+=r,e.ray.intersectsSphere(cc)===!1)return;Gm.copy(s).invert(),va.copy(e.ray).applyMatrix4(Gm);let a=r/((this.scale.x+this.scale.y+this.scale.z)/3),l=a*a,c=this.isLineSegments?2:1,h=n.index,u=n.attributes.position;if(h!==null){let f=Math.max(0,o.start),g=Math.min(h.count,o.start+o.count);for(let v=f,m=g-1;v<m;v+=c){let p=h.getX(v),S=h.getX(v+1),P=hc(this,e,va,l,p,S,v);P&&t.push(P)}if(this.isLineLoop){let v=h.getX(g-1),m=h.getX(f),p=hc(this,e,va,l,v,m,g-1);p&&t.push(p)}}else{let f=Math.max(0,o.start),g=Math.min(u.count,o.start+o.count);for(let v=f,m=g-1;v<m;v+=c){let p=hc(this,e,va,l,v,v+1,v);p&&t.push(p)}if(this.isLineLoop){let v=hc(this,e,va,l,g-1,f,g-1);v&&t.push(v)}}}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let s=t[n[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,o=s.length;r<o;r++){let a=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=r}}}}};function hc(i,e,t,n,s,r,o){let a=i.geometry.attributes.position;if(Lc.fromBufferAttribute(a,s),Dc.fromBufferAttribute(a,r),t.distanceSqToSegment(Lc,Dc,hd,Hm)>n)return;hd.applyMatrix4(i.matrixWorld);let c=e.ray.origin.distanceTo(hd);if(!(c<e.near||c>e.far))return{distance:c,point:Hm.clone().applyMatrix4(i.matrixWorld),index:o,face:null,faceIndex:null,barycoord:null,object:i}}var Wm=new $,Xm=new $,Uc=class extends Nc{constructor(e,t){super(e,t),this.isLineSegments=!0,this.type="LineSegments"}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,n=[];for(let s=0,r=t.count;s<r;s+=2)Wm.fromBufferAttribute(t,s),Xm.fromBufferAttribute(t,s+1),n[s]=s===0?0:n[s-1],n[s+1]=n[s]+Wm.distanceTo(Xm);e.setAttribute("lineDistance",new An(n,1))}else Je("LineSegments.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}};var Da=class extends ai{constructor(e=[],t=Cr,n,s,r,o,a,l,c,h){super(e,t,n,s,r,o,a,l,c,h),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(e){this.image=e}};var Ns=class extends ai{constructor(e,t,n=Wi,s,r,o,a=Vn,l=Vn,c,h=Ps,d=1){if(h!==Ps&&h!==Os)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let u={width:e,height:t,depth:d};super(u,s,r,o,a,l,h,n,c),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(e){return super.copy(e),this.source=new vo(Object.assign({},e.image)),this.compareFunction=e.compareFunction,this}toJSON(e){let t=super.toJSON(e);return t.compareFunction=this.compareFunction,t}},Na=class extends Ns{constructor(e,t=Wi,n=Cr,s,r,o=Vn,a=Vn,l,c=Ps){let h={width:e,height:e,depth:1},d=[h,h,h,h,h,h];super(e,e,t,n,s,r,o,a,l,c),this.image=d,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(e){this.image=e}},Ua=class extends ai{constructor(e=null){super(),this.sourceTexture=e,this.isExternalTexture=!0}copy(e){return super.copy(e),this.sourceTexture=e.sourceTexture,this}},Mo=class i extends bi{constructor(e=1,t=1,n=1,s=1,r=1,o=1){super(),this.type="BoxGeometry",this.parameters={width:e,height:t,depth:n,widthSegments:s,heightSegments:r,depthSegments:o};let a=this;s=Math.floor(s),r=Math.floor(r),o=Math.floor(o);let l=[],c=[],h=[],d=[],u=0,f=0;g("z","y","x",-1,-1,n,t,e,o,r,0),g("z","y","x",1,-1,n,t,-e,o,r,1),g("x","z","y",1,1,e,n,t,s,o,2),g("x","z","y",1,-1,e,n,-t,s,o,3),g("x","y","z",1,-1,e,t,n,s,r,4),g("x","y","z",-1,-1,e,t,-n,s,r,5),this.setIndex(l),this.setAttribute("position",new An(c,3)),this.setAttribute("normal",new An(h,3)),this.setAttribute("uv",new An(d,2));function g(v,m,p,S,P,T,L,A,x,E,V){let F=T/x,O=L/E,G=T/2,X=L/2,U=A/2,q=x+1,J=E+1,W=0,ue=0,Q=new $;for(let te=0;te<J;te++){let oe=te*O-X;for(let pe=0;pe<q;pe++){let fe=pe*F-G;Q[v]=fe*S,Q[m]=oe*P,Q[p]=U,c.push(Q.x,Q.y,Q.z),Q[v]=0,Q[m]=0,Q[p]=A>0?1:-1,h.push(Q.x,Q.y,Q.z),d.push(pe/x),d.push(1-te/E),W+=1}}for(let te=0;te<E;te++)for(let oe=0;oe<x;oe++){let pe=u+oe+q*te,fe=u+oe+q*(te+1),ne=u+(oe+1)+q*(te+1),_e=u+(oe+1)+q*te;l.push(pe,fe,_e),l.push(fe,ne,_e),ue+=6}a.addGroup(f,ue,V),f+=ue,u+=W}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.depth,e.widthSegments,e.heightSegments,e.depthSegments)}};var Oa=class i extends bi{constructor(e=1,t=1,n=1,s=32,r=1,o=!1,a=0,l=Math.PI*2){super(),this.type="CylinderGeometry",this.parameters={radiusTop:e,radiusBottom:t,height:n,radialSegments:s,heightSegments:r,openEnded:o,thetaStart:a,thetaLength:l};let c=this;s=Math.floor(s),r=Math.floor(r);let h=[],d=[],u=[],f=[],g=0,v=[],m=n/2,p=0;S(),o===!1&&(e>0&&P(!0),t>0&&P(!1)),this.setIndex(h),this.setAttribute("position",new An(d,3)),this.setAttribute("normal",new An(u,3)),this.setAttribute("uv",new An(f,2));function S(){let T=new $,L=new $,A=0,x=(t-e)/n;for(let E=0;E<=r;E++){let V=[],F=E/r,O=F*(t-e)+e;for(let G=0;G<=s;G++){let X=G/s,U=X*l+a,q=Math.sin(U),J=Math.cos(U);L.x=O*q,L.y=-F*n+m,L.z=O*J,d.push(L.x,L.y,L.z),T.set(q,x,J).normalize(),u.push(T.x,T.y,T.z),f.push(X,1-F),V.push(g++)}v.push(V)}for(let E=0;E<s;E++)for(let V=0;V<r;V++){let F=v[V][E],O=v[V+1][E],G=v[V+1][E+1],X=v[V][E+1];(e>0||V!==0)&&(h.push(F,O,X),A+=3),(t>0||V!==r-1)&&(h.push(O,G,X),A+=3)}c.addGroup(p,A,0),p+=A}function P(T){let L=g,A=new je,x=new $,E=0,V=T===!0?e:t,F=T===!0?1:-1;for(let G=1;G<=s;G++)d.push(0,m*F,0),u.push(0,F,0),f.push(.5,.5),g++;let O=g;for(let G=0;G<=s;G++){let U=G/s*l+a,q=Math.cos(U),J=Math.sin(U);x.x=V*J,x.y=m*F,x.z=V*q,d.push(x.x,x.y,x.z),u.push(0,F,0),A.x=q*.5+.5,A.y=J*.5*F+.5,f.push(A.x,A.y),g++}for(let G=0;G<s;G++){let X=L+G,U=O+G;T===!0?h.push(U,U+1,X):h.push(U+1,U,X),E+=3}c.addGroup(p,E,T===!0?1:2),p+=E}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.radiusTop,e.radiusBottom,e.height,e.radialSegments,e.heightSegments,e.openEnded,e.thetaStart,e.thetaLength)}};var Fa=class i extends bi{constructor(e=1,t=1,n=1,s=1){super(),this.type="PlaneGeometry",this.parameters={width:e,height:t,widthSegments:n,heightSegments:s};let r=e/2,o=t/2,a=Math.floor(n),l=Math.floor(s),c=a+1,h=l+1,d=e/a,u=t/l,f=[],g=[],v=[],m=[];for(let p=0;p<h;p++){let S=p*u-o;for(let P=0;P<c;P++){let T=P*d-r;g.push(T,-S,0),v.push(0,0,1),m.push(P/a),m.push(1-p/l)}}for(let p=0;p<l;p++)for(let S=0;S<a;S++){let P=S+c*p,T=S+c*(p+1),L=S+1+c*(p+1),A=S+1+c*p;f.push(P,T,A),f.push(T,L,A)}this.setIndex(f),this.setAttribute("position",new An(g,3)),this.setAttribute("normal",new An(v,3)),this.setAttribute("uv",new An(m,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.widthSegments,e.heightSegments)}};function Pr(i){let e={};for(let t in i){e[t]={};for(let n in i[t]){let s=i[t][n];if(qm(s))s.isRenderTargetTexture?(Je("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),e[t][n]=null):e[t][n]=s.clone();else if(Array.isArray(s))if(qm(s[0])){let r=[];for(let o=0,a=s.length;o<a;o++)r[o]=s[o].clone();e[t][n]=r}else e[t][n]=s.slice();else e[t][n]=s}}return e}function Kn(i){let e={};for(let t=0;t<i.length;t++){let n=Pr(i[t]);for(let s in n)e[s]=n[s]}return e}function qm(i){return i&&(i.isColor||i.isMatrix3||i.isMatrix4||i.isVector2||i.isVector3||i.isVector4||i.isTexture||i.isQuaternion)}function Gv(i){let e=[];for(let t=0;t<i.length;t++)e.push(i[t].clone());return e}function Jd(i){let e=i.getRenderTarget();return e===null?i.outputColorSpace:e.isXRRenderTarget===!0?e.texture.colorSpace:Tt.workingColorSpace}var Vg={clone:Pr,merge:Kn},Hv=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,Wv=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,cs=class extends Ds{constructor(e){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=Hv,this.fragmentShader=Wv,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,e!==void 0&&this.setValues(e)}copy(e){return super.copy(e),this.fragmentShader=e.fragmentShader,this.vertexShader=e.vertexShader,this.uniforms=Pr(e.uniforms),this.uniformsGroups=Gv(e.uniformsGroups),this.defines=Object.assign({},e.defines),this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.fog=e.fog,this.lights=e.lights,this.clipping=e.clipping,this.extensions=Object.assign({},e.extensions),this.glslVersion=e.glslVersion,this.defaultAttributeValues=Object.assign({},e.defaultAttributeValues),this.index0AttributeName=e.index0AttributeName,this.uniformsNeedUpdate=e.uniformsNeedUpdate,this}toJSON(e){let t=super.toJSON(e);t.glslVersion=this.glslVersion,t.uniforms={};for(let s in this.uniforms){let o=this.uniforms[s].value;o&&o.isTexture?t.uniforms[s]={type:"t",value:o.toJSON(e).uuid}:o&&o.isColor?t.uniforms[s]={type:"c",value:o.getHex()}:o&&o.isVector2?t.uniforms[s]={type:"v2",value:o.toArray()}:o&&o.isVector3?t.uniforms[s]={type:"v3",value:o.toArray()}:o&&o.isVector4?t.uniforms[s]={type:"v4",value:o.toArray()}:o&&o.isMatrix3?t.uniforms[s]={type:"m3",value:o.toArray()}:o&&o.isMatrix4?t.uniforms[s]={type:"m4",value:o.toArray()}:t.uniforms[s]={value:o}}Object.keys(this.defines).length>0&&(t.defines=this.defines),t.vertexShader=this.vertexShader,t.fragmentShader=this.fragmentShader,t.lights=this.lights,t.clipping=this.clipping;let n={};for(let s in this.extensions)this.extensions[s]===!0&&(n[s]=!0);return Object.keys(n).length>0&&(t.extensions=n),t}fromJSON(e,t){if(super.fromJSON(e,t),e.uniforms!==void 0)for(let n in e.uniforms){let s=e.uniforms[n];switch(this.uniforms[n]={},s.type){case"t":this.uniforms[n].value=t[s.value]||null;break;case"c":this.uniforms[n].value=new St().setHex(s.value);break;case"v2":this.uniforms[n].value=new je().fromArray(s.value);break;case"v3":this.uniforms[n].value=new $().fromArray(s.value);break;case"v4":this.uniforms[n].value=new nn().fromArray(s.value);break;case"m3":this.uniforms[n].value=new st().fromArray(s.value);break;case"m4":this.uniforms[n].value=new qt().fromArray(s.value);break;default:this.uniforms[n].value=s.value}}if(e.defines!==void 0&&(this.defines=e.defines),e.vertexShader!==void 0&&(this.vertexShader=e.vertexShader),e.fragmentShader!==void 0&&(this.fragmentShader=e.fragmentShader),e.glslVersion!==void 0&&(this.glslVersion=e.glslVersion),e.extensions!==void 0)for(let n in e.extensions)this.extensions[n]=e.extensions[n];return e.lights!==void 0&&(this.lights=e.lights),e.clipping!==void 0&&(this.clipping=e.clipping),this}},Oc=class extends cs{constructor(e){super(e),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}};var wo=class extends Ds{constructor(e){super(),this.isMeshLambertMaterial=!0,this.type="MeshLambertMaterial",this.color=new St(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.emissive=new St(0),this.emissiveIntensity=1,this.emissiveMap=null,this.bumpMap=null,this.bumpScale=1,this.normalMap=null,this.normalMapType=Fh,this.normalScale=new je(1,1),this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Is,this.combine=Kc,this.reflectivity=1,this.envMapIntensity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.flatShading=!1,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.emissive.copy(e.emissive),this.emissiveMap=e.emissiveMap,this.emissiveIntensity=e.emissiveIntensity,this.bumpMap=e.bumpMap,this.bumpScale=e.bumpScale,this.normalMap=e.normalMap,this.normalMapType=e.normalMapType,this.normalScale.copy(e.normalScale),this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.envMapIntensity=e.envMapIntensity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.flatShading=e.flatShading,this.fog=e.fog,this}},Fc=class extends Ds{constructor(e){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=Tg,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(e)}copy(e){return super.copy(e),this.depthPacking=e.depthPacking,this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this}},Bc=class extends Ds{constructor(e){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(e)}copy(e){return super.copy(e),this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this}};function uo(i,e){return!i||i.constructor===e?i:typeof e.BYTES_PER_ELEMENT=="number"?new e(i):Array.prototype.slice.call(i)}function uc(i){return i!==void 0&&i.inTangents!==void 0&&i.outTangents!==void 0}var rr=class{constructor(e,t,n,s){this.parameterPositions=e,this._cachedIndex=0,this.resultBuffer=s!==void 0?s:new t.constructor(n),this.sampleValues=t,this.valueSize=n,this.settings=null,this.DefaultSettings_={}}evaluate(e){let t=this.parameterPositions,n=this._cachedIndex,s=t[n],r=t[n-1];n:{e:{let o;t:{i:if(!(e<s)){for(let a=n+2;;){if(s===void 0){if(e<r)break i;return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}if(n===a)break;if(r=s,s=t[++n],e<s)break e}o=t.length;break t}if(!(e>=r)){let a=t[1];e<a&&(n=2,r=a);for(let l=n-2;;){if(r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(n===l)break;if(s=r,r=t[--n-1],e>=r)break e}o=n,n=0;break t}break n}for(;n<o;){let a=n+o>>>1;e<t[a]?o=a:n=a+1}if(s=t[n],r=t[n-1],r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(s===void 0)return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}this._cachedIndex=n,this.intervalChanged_(n,r,s)}return this.interpolate_(n,r,e,s)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(e){let t=this.resultBuffer,n=this.sampleValues,s=this.valueSize,r=e*s;for(let o=0;o!==s;++o)t[o]=n[r+o];return t}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},kc=class extends rr{constructor(e,t,n,s){super(e,t,n,s),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:fd,endingEnd:fd}}intervalChanged_(e,t,n){let s=this.parameterPositions,r=e-2,o=e+1,a=s[r],l=s[o];if(a===void 0)switch(this.getSettings_().endingStart){case pd:r=e,a=2*t-n;break;case md:r=s.length-2,a=t+s[r]-s[r+1];break;default:r=e,a=n}if(l===void 0)switch(this.getSettings_().endingEnd){case pd:o=e,l=2*n-t;break;case md:o=1,l=n+s[1]-s[0];break;default:o=e-1,l=t}let c=(n-t)*.5,h=this.valueSize;this._weightPrev=c/(t-a),this._weightNext=c/(l-n),this._offsetPrev=r*h,this._offsetNext=o*h}interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=this._offsetPrev,d=this._offsetNext,u=this._weightPrev,f=this._weightNext,g=(n-t)/(s-t),v=g*g,m=v*g,p=-u*m+2*u*v-u*g,S=(1+u)*m+(-1.5-2*u)*v+(-.5+u)*g+1,P=(-1-f)*m+(1.5+f)*v+.5*g,T=f*m-f*v;for(let L=0;L!==a;++L)r[L]=p*o[h+L]+S*o[c+L]+P*o[l+L]+T*o[d+L];return r}},zc=class extends rr{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=(n-t)/(s-t),d=1-h;for(let u=0;u!==a;++u)r[u]=o[c+u]*d+o[l+u]*h;return r}},Vc=class extends rr{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e){return this.copySampleValue_(e-1)}},Gc=class extends rr{interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=this.inTangents,d=this.outTangents;if(!h||!d){let g=(n-t)/(s-t),v=1-g;for(let m=0;m!==a;++m)r[m]=o[c+m]*v+o[l+m]*g;return r}let u=a*2,f=e-1;for(let g=0;g!==a;++g){let v=o[c+g],m=o[l+g],p=f*u+g*2,S=d[p],P=d[p+1],T=e*u+g*2,L=h[T],A=h[T+1],x=qv(n,t,S,L,s);r[g]=Gg(x,v,P,A,m)}return r}};function Gg(i,e,t,n,s){let r=1-i;return r*r*r*e+3*r*r*i*t+3*r*i*i*n+i*i*i*s}function Xv(i,e,t,n,s){let r=1-i;return 3*r*r*(t-e)+6*r*i*(n-t)+3*i*i*(s-n)}function qv(i,e,t,n,s){let r=(i-e)/(s-e);for(let o=0;o<8;o++){let a=Gg(r,e,t,n,s)-i;if(Math.abs(a)<1e-10)break;let l=Xv(r,e,t,n,s);if(Math.abs(l)<1e-10)break;r=Math.max(0,Math.min(1,r-a/l))}return r}var wi=class{constructor(e,t,n,s){if(e===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(t===void 0||t.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+e);this.name=e,this.times=uo(t,this.TimeBufferType),this.values=uo(n,this.ValueBufferType),this.setInterpolation(s||this.DefaultInterpolation)}static toJSON(e){let t=e.constructor,n;if(t.toJSON!==this.toJSON)n=t.toJSON(e);else{n={name:e.name,times:uo(e.times,Array),values:uo(e.values,Array)};let s=e.getInterpolation();s!==e.DefaultInterpolation&&(n.interpolation=s),uc(e.settings)&&(n.settings={inTangents:uo(e.settings.inTangents,Array),outTangents:uo(e.settings.outTangents,Array)})}return n.type=e.ValueTypeName,n}InterpolantFactoryMethodDiscrete(e){return new Vc(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodLinear(e){return new zc(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodSmooth(e){return new kc(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodBezier(e){let t=new Gc(this.times,this.values,this.getValueSize(),e);return this.settings&&(t.inTangents=this.settings.inTangents,t.outTangents=this.settings.outTangents),t}setInterpolation(e){let t;switch(e){case wa:t=this.InterpolantFactoryMethodDiscrete;break;case Tc:t=this.InterpolantFactoryMethodLinear;break;case pc:t=this.InterpolantFactoryMethodSmooth;break;case dd:t=this.InterpolantFactoryMethodBezier;break}if(t===void 0){let n="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(e!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(n);return Je("KeyframeTrack:",n),this}return this.createInterpolant=t,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return wa;case this.InterpolantFactoryMethodLinear:return Tc;case this.InterpolantFactoryMethodSmooth:return pc;case this.InterpolantFactoryMethodBezier:return dd}}getValueSize(){return this.values.length/this.times.length}shift(e){if(e!==0){let t=this.times;for(let n=0,s=t.length;n!==s;++n)t[n]+=e;uc(this.settings)&&(Ym(this.settings.inTangents,e),Ym(this.settings.outTangents,e))}return this}scale(e){if(e!==1){let t=this.times;for(let n=0,s=t.length;n!==s;++n)t[n]*=e;uc(this.settings)&&($m(this.settings.inTangents,e),$m(this.settings.outTangents,e))}return this}trim(e,t){let n=this.times,s=n.length,r=0,o=s-1;for(;r!==s&&n[r]<e;)++r;for(;o!==-1&&n[o]>t;)--o;if(++o,r!==0||o!==s){r>=o&&(o=Math.max(o,1),r=o-1);let a=this.getValueSize();this.times=n.slice(r,o),this.values=this.values.slice(r*a,o*a)}return this}validate(){let e=!0,t=this.getValueSize();t-Math.floor(t)!==0&&(nt("KeyframeTrack: Invalid value size in track.",this),e=!1);let n=this.times,s=this.values,r=n.length;r===0&&(nt("KeyframeTrack: Track is empty.",this),e=!1);let o=null;for(let a=0;a!==r;a++){let l=n[a];if(typeof l=="number"&&isNaN(l)){nt("KeyframeTrack: Time is not a valid number.",this,a,l),e=!1;break}if(o!==null&&o>l){nt("KeyframeTrack: Out of order keys.",this,a,l,o),e=!1;break}o=l}if(s!==void 0&&lv(s))for(let a=0,l=s.length;a!==l;++a){let c=s[a];if(isNaN(c)){nt("KeyframeTrack: Value is not a valid number.",this,a,c),e=!1;break}}return e}optimize(){let e=this.times.slice(),t=this.values.slice(),n=this.getValueSize(),s=this.getInterpolation()===pc,r=e.length-1,o=1;for(let a=1;a<r;++a){let l=!1,c=e[a],h=e[a+1];if(c!==h&&(a!==1||c!==e[0]))if(s)l=!0;else{let d=a*n,u=d-n,f=d+n;for(let g=0;g!==n;++g){let v=t[d+g];if(v!==t[u+g]||v!==t[f+g]){l=!0;break}}}if(l){if(a!==o){e[o]=e[a];let d=a*n,u=o*n;for(let f=0;f!==n;++f)t[u+f]=t[d+f]}++o}}if(r>0){e[o]=e[r];for(let a=r*n,l=o*n,c=0;c!==n;++c)t[l+c]=t[a+c];++o}return o!==e.length?(this.times=e.slice(0,o),this.values=t.slice(0,o*n)):(this.times=e,this.values=t),this}clone(){let e=this.times.slice(),t=this.values.slice(),n=this.constructor,s=new n(this.name,e,t);return s.createInterpolant=this.createInterpolant,uc(this.settings)&&(s.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),s}};function Ym(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]+=e}function $m(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]*=e}wi.prototype.ValueTypeName="";wi.prototype.TimeBufferType=Float32Array;wi.prototype.ValueBufferType=Float32Array;wi.prototype.DefaultInterpolation=Tc;var or=class extends wi{constructor(e,t,n){super(e,t,n)}};or.prototype.ValueTypeName="bool";or.prototype.ValueBufferType=Array;or.prototype.DefaultInterpolation=wa;or.prototype.InterpolantFactoryMethodLinear=void 0;or.prototype.InterpolantFactoryMethodSmooth=void 0;var Hc=class extends wi{constructor(e,t,n,s){super(e,t,n,s)}};Hc.prototype.ValueTypeName="color";var Wc=class extends wi{constructor(e,t,n,s){super(e,t,n,s)}};Wc.prototype.ValueTypeName="number";var Xc=class extends rr{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=(n-t)/(s-t),c=e*a;for(let h=c+a;c!==h;c+=4)vi.slerpFlat(r,0,o,c-a,o,c,l);return r}},Ba=class extends wi{constructor(e,t,n,s){super(e,t,n,s)}InterpolantFactoryMethodLinear(e){return new Xc(this.times,this.values,this.getValueSize(),e)}};Ba.prototype.ValueTypeName="quaternion";Ba.prototype.InterpolantFactoryMethodSmooth=void 0;var ar=class extends wi{constructor(e,t,n){super(e,t,n)}};ar.prototype.ValueTypeName="string";ar.prototype.ValueBufferType=Array;ar.prototype.DefaultInterpolation=wa;ar.prototype.InterpolantFactoryMethodLinear=void 0;ar.prototype.InterpolantFactoryMethodSmooth=void 0;var qc=class extends wi{constructor(e,t,n,s){super(e,t,n,s)}};qc.prototype.ValueTypeName="vector";var Yc=class{constructor(e,t,n){let s=this,r=!1,o=0,a=0,l,c=[];this.onStart=void 0,this.onLoad=e,this.onProgress=t,this.onError=n,this._abortController=null,this.itemStart=function(h){a++,r===!1&&s.onStart!==void 0&&s.onStart(h,o,a),r=!0},this.itemEnd=function(h){o++,s.onProgress!==void 0&&s.onProgress(h,o,a),o===a&&(r=!1,s.onLoad!==void 0&&s.onLoad())},this.itemError=function(h){s.onError!==void 0&&s.onError(h)},this.resolveURL=function(h){return h=h.normalize("NFC"),l?l(h):h},this.setURLModifier=function(h){return l=h,this},this.addHandler=function(h,d){return c.push(h,d),this},this.removeHandler=function(h){let d=c.indexOf(h);return d!==-1&&c.splice(d,2),this},this.getHandler=function(h){for(let d=0,u=c.length;d<u;d+=2){let f=c[d],g=c[d+1];if(f.global&&(f.lastIndex=0),f.test(h))return g}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},Hg=new Yc,$c=class{constructor(e){this.manager=e!==void 0?e:Hg,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(e,t){let n=this;return new Promise(function(s,r){n.load(e,s,t,r)})}parse(){}setCrossOrigin(e){return this.crossOrigin=e,this}setWithCredentials(e){return this.withCredentials=e,this}setPath(e){return this.path=e,this}setResourcePath(e){return this.resourcePath=e,this}setRequestHeader(e){return this.requestHeader=e,this}setPriority(e){return this.priority=e,this}setCache(e){return this.cache=e,this}abort(){return this}};$c.DEFAULT_MATERIAL_NAME="__DEFAULT";var ka=class extends Jn{static registerNode(e){this.prototype._lightNode=e}constructor(e,t=1){super(),this.isLight=!0,this.type="Light",this.color=new St(e),this.intensity=t}copy(e,t){return super.copy(e,t),this.color.copy(e.color),this.intensity=e.intensity,this}toJSON(e){let t=super.toJSON(e);return t.object.color=this.color.getHex(),t.object.intensity=this.intensity,t}};var ud=new qt,Zm=new $,Jm=new $,Zc=class{constructor(e){this.camera=e,this.intensity=1,this.bias=0,this.biasNode=null,this.normalBias=0,this.radius=1,this.blurSamples=8,this.mapSize=new je(512,512),this.mapType=li,this.map=null,this.mapPass=null,this.matrix=new qt,this.autoUpdate=!0,this.needsUpdate=!1,this._frustum=new sr,this._frameExtents=new je(1,1),this._viewportCount=1,this._viewports=[new nn(0,0,1,1)]}getViewportCount(){return this._viewportCount}getCamera(){return this.camera}getFrustum(){return this._frustum}updateMatrices(e){let t=this.camera;Zm.setFromMatrixPosition(e.matrixWorld),t.position.copy(Zm),Jm.setFromMatrixPosition(e.target.matrixWorld),t.lookAt(Jm),t.updateMatrixWorld(),this._updateMatrix(t,this.matrix,this._frustum)}_updateMatrix(e,t,n,s){ud.multiplyMatrices(e.projectionMatrix,e.matrixWorldInverse),n.setFromProjectionMatrix(ud,e.coordinateSystem,e.reversedDepth);let r=this._frameExtents,o=s?s.z/r.x:1,a=s?s.w/r.y:1,l=s?s.x/r.x:0,c=s?s.y/r.y:0;e.coordinateSystem===_o||e.reversedDepth?t.set(.5*o,0,0,.5*o+l,0,.5*a,0,.5*a+c,0,0,1,0,0,0,0,1):t.set(.5*o,0,0,.5*o+l,0,.5*a,0,.5*a+c,0,0,.5,.5,0,0,0,1),t.multiply(ud)}getViewport(e){return this._viewports[e]}getFrameExtents(){return this._frameExtents}dispose(){this.map&&this.map.dispose(),this.mapPass&&this.mapPass.dispose()}copy(e){return this.camera=e.camera.clone(),this.intensity=e.intensity,this.bias=e.bias,this.radius=e.radius,this.autoUpdate=e.autoUpdate,this.needsUpdate=e.needsUpdate,this.normalBias=e.normalBias,this.blurSamples=e.blurSamples,this.mapSize.copy(e.mapSize),this.mapType=e.mapType,this.biasNode=e.biasNode,this}clone(){return new this.constructor().copy(this)}toJSON(){let e={};return e.intensity=this.intensity,e.bias=this.bias,e.normalBias=this.normalBias,e.radius=this.radius,e.blurSamples=this.blurSamples,e.mapSize=this.mapSize.toArray(),e.mapType=this.mapType,e.camera=this.camera.toJSON(!1).object,delete e.camera.matrix,e}},dc=new $,fc=new vi,rs=new $,za=class extends Jn{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new qt,this.projectionMatrix=new qt,this.projectionMatrixInverse=new qt,this.coordinateSystem=Li,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(e,t){return super.copy(e,t),this.matrixWorldInverse.copy(e.matrixWorldInverse),this.projectionMatrix.copy(e.projectionMatrix),this.projectionMatrixInverse.copy(e.projectionMatrixInverse),this.coordinateSystem=e.coordinateSystem,this}getWorldDirection(e){return super.getWorldDirection(e).negate()}updateMatrixWorld(e){super.updateMatrixWorld(e),this.matrixWorld.decompose(dc,fc,rs),rs.x===1&&rs.y===1&&rs.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(dc,fc,rs.set(1,1,1)).invert()}updateWorldMatrix(e,t,n=!1){super.updateWorldMatrix(e,t,n),this.matrixWorld.decompose(dc,fc,rs),rs.x===1&&rs.y===1&&rs.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(dc,fc,rs.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},tr=new $,Km=new je,jm=new je,ii=class extends za{constructor(e=50,t=1,n=.1,s=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=e,this.zoom=1,this.near=n,this.far=s,this.focus=10,this.aspect=t,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.fov=e.fov,this.zoom=e.zoom,this.near=e.near,this.far=e.far,this.focus=e.focus,this.aspect=e.aspect,this.view=e.view===null?null:Object.assign({},e.view),this.filmGauge=e.filmGauge,this.filmOffset=e.filmOffset,this}setFocalLength(e){let t=.5*this.getFilmHeight()/e;this.fov=yo*2*Math.atan(t),this.updateProjectionMatrix()}getFocalLength(){let e=Math.tan(ba*.5*this.fov);return .5*this.getFilmHeight()/e}getEffectiveFOV(){return yo*2*Math.atan(Math.tan(ba*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(e,t,n){tr.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),t.set(tr.x,tr.y).multiplyScalar(-e/tr.z),tr.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),n.set(tr.x,tr.y).multiplyScalar(-e/tr.z)}getViewSize(e,t){return this.getViewBounds(e,Km,jm),t.subVectors(jm,Km)}setViewOffset(e,t,n,s,r,o){this.aspect=e/t,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=s,this.view.width=r,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=this.near,t=e*Math.tan(ba*.5*this.fov)/this.zoom,n=2*t,s=this.aspect*n,r=-.5*s,o=this.view;if(this.view!==null&&this.view.enabled){let l=o.fullWidth,c=o.fullHeight;r+=o.offsetX*s/l,t-=o.offsetY*n/c,s*=o.width/l,n*=o.height/c}let a=this.filmOffset;a!==0&&(r+=e*a/this.getFilmWidth()),this.projectionMatrix.makePerspective(r,r+s,t,t-n,e,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.fov=this.fov,t.object.zoom=this.zoom,t.object.near=this.near,t.object.far=this.far,t.object.focus=this.focus,t.object.aspect=this.aspect,this.view!==null&&(t.object.view=Object.assign({},this.view)),t.object.filmGauge=this.filmGauge,t.object.filmOffset=this.filmOffset,t}};var Va=class extends za{constructor(e=-1,t=1,n=1,s=-1,r=.1,o=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=e,this.right=t,this.top=n,this.bottom=s,this.near=r,this.far=o,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.left=e.left,this.right=e.right,this.top=e.top,this.bottom=e.bottom,this.near=e.near,this.far=e.far,this.zoom=e.zoom,this.view=e.view===null?null:Object.assign({},e.view),this}setViewOffset(e,t,n,s,r,o){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=s,this.view.width=r,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=(this.right-this.left)/(2*this.zoom),t=(this.top-this.bottom)/(2*this.zoom),n=(this.right+this.left)/2,s=(this.top+this.bottom)/2,r=n-e,o=n+e,a=s+t,l=s-t;if(this.view!==null&&this.view.enabled){let c=(this.right-this.left)/this.view.fullWidth/this.zoom,h=(this.top-this.bottom)/this.view.fullHeight/this.zoom;r+=c*this.view.offsetX,o=r+c*this.view.width,a-=h*this.view.offsetY,l=a-h*this.view.height}this.projectionMatrix.makeOrthographic(r,o,a,l,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.zoom=this.zoom,t.object.left=this.left,t.object.right=this.right,t.object.top=this.top,t.object.bottom=this.bottom,t.object.near=this.near,t.object.far=this.far,this.view!==null&&(t.object.view=Object.assign({},this.view)),t}},gd=class extends Zc{constructor(){super(new Va(-5,5,5,-5,.5,500)),this.isDirectionalLightShadow=!0}},Ga=class extends ka{constructor(e,t){super(e,t),this.isDirectionalLight=!0,this.type="DirectionalLight",this.position.copy(Jn.DEFAULT_UP),this.updateMatrix(),this.target=new Jn,this.shadow=new gd}dispose(){super.dispose(),this.shadow.dispose()}copy(e){return super.copy(e),this.target=e.target.clone(),this.shadow=e.shadow.clone(),this}toJSON(e){let t=super.toJSON(e);return t.object.shadow=this.shadow.toJSON(),t.object.target=this.target.uuid,t}},Ha=class extends ka{constructor(e,t){super(e,t),this.isAmbientLight=!0,this.type="AmbientLight"}};var fo=-90,po=1,To=class extends Jn{constructor(e,t,n){super(),this.type="CubeCamera",this.renderTarget=n,this.coordinateSystem=null,this.activeMipmapLevel=0;let s=new ii(fo,po,e,t);s.layers=this.layers,this.add(s);let r=new ii(fo,po,e,t);r.layers=this.layers,this.add(r);let o=new ii(fo,po,e,t);o.layers=this.layers,this.add(o);let a=new ii(fo,po,e,t);a.layers=this.layers,this.add(a);let l=new ii(fo,po,e,t);l.layers=this.layers,this.add(l);let c=new ii(fo,po,e,t);c.layers=this.layers,this.add(c)}updateCoordinateSystem(){let e=this.coordinateSystem,t=this.children.concat(),[n,s,r,o,a,l]=t;for(let c of t)this.remove(c);if(e===Li)n.up.set(0,1,0),n.lookAt(1,0,0),s.up.set(0,1,0),s.lookAt(-1,0,0),r.up.set(0,0,-1),r.lookAt(0,1,0),o.up.set(0,0,1),o.lookAt(0,-1,0),a.up.set(0,1,0),a.lookAt(0,0,1),l.up.set(0,1,0),l.lookAt(0,0,-1);else if(e===_o)n.up.set(0,-1,0),n.lookAt(-1,0,0),s.up.set(0,-1,0),s.lookAt(1,0,0),r.up.set(0,0,1),r.lookAt(0,1,0),o.up.set(0,0,-1),o.lookAt(0,-1,0),a.up.set(0,-1,0),a.lookAt(0,0,1),l.up.set(0,-1,0),l.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+e);for(let c of t)this.add(c),c.updateMatrixWorld()}update(e,t){this.parent===null&&this.updateMatrixWorld();let{renderTarget:n,activeMipmapLevel:s}=this;this.coordinateSystem!==e.coordinateSystem&&(this.coordinateSystem=e.coordinateSystem,this.updateCoordinateSystem());let[r,o,a,l,c,h]=this.children,d=e.getRenderTarget(),u=e.getActiveCubeFace(),f=e.getActiveMipmapLevel(),g=e.xr.enabled;e.xr.enabled=!1;let v=n.texture.mipmapsAutoUpdate;n.texture.mipmapsAutoUpdate=!1;let m=!1;e.isWebGLRenderer===!0?m=e.state.buffers.depth.getReversed():m=e.reversedDepthBuffer,e.setRenderTarget(n,0,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,r),e.setRenderTarget(n,1,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,o),e.setRenderTarget(n,2,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,a),e.setRenderTarget(n,3,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,l),e.setRenderTarget(n,4,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,c),n.texture.mipmapsAutoUpdate=v,e.setRenderTarget(n,5,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,h),e.setRenderTarget(d,u,f),e.xr.enabled=g,n.texture.needsPMREMUpdate=!0}},Jc=class extends ii{constructor(e=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=e,this.perCameraFrustumCulled=!1}};var Kd="\\[\\]\\.:\\/",Yv=new RegExp("["+Kd+"]","g"),jd="[^"+Kd+"]",$v="[^"+Kd.replace("\\.","")+"]",Zv=/((?:WC+[\/:])*)/.source.replace("WC",jd),Jv=/(WCOD+)?/.source.replace("WCOD",$v),Kv=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",jd),jv=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",jd),Qv=new RegExp("^"+Zv+Jv+Kv+jv+"$"),eS=["material","materials","bones","map"],_d=class{constructor(e,t,n){let s=n||Kt.parseTrackName(t);this._targetGroup=e,this._bindings=e.subscribe_(t,s)}getValue(e,t){this.bind();let n=this._targetGroup.nCachedObjects_,s=this._bindings[n];s!==void 0&&s.getValue(e,t)}setValue(e,t){let n=this._bindings;for(let s=this._targetGroup.nCachedObjects_,r=n.length;s!==r;++s)n[s].setValue(e,t)}bind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].bind()}unbind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].unbind()}},Kt=class i{constructor(e,t,n){this.path=t,this.parsedPath=n||i.parseTrackName(t),this.node=i.findNode(e,this.parsedPath.nodeName),this.rootNode=e,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(e,t,n){return e&&e.isAnimationObjectGroup?new i.Composite(e,t,n):new i(e,t,n)}static sanitizeNodeName(e){return e.replace(/\s/g,"_").replace(Yv,"")}static parseTrackName(e){let t=Qv.exec(e);if(t===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+e);let n={nodeName:t[2],objectName:t[3],objectIndex:t[4],propertyName:t[5],propertyIndex:t[6]},s=n.nodeName&&n.nodeName.lastIndexOf(".");if(s!==void 0&&s!==-1){let r=n.nodeName.substring(s+1);eS.indexOf(r)!==-1&&(n.nodeName=n.nodeName.substring(0,s),n.objectName=r)}if(n.propertyName===null||n.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+e);return n}static findNode(e,t){if(t===void 0||t===""||t==="."||t===-1||t===e.name||t===e.uuid)return e;if(e.skeleton){let n=e.skeleton.getBoneByName(t);if(n!==void 0)return n}if(e.children){let n=function(r){for(let o=0;o<r.length;o++){let a=r[o];if(a.name===t||a.uuid===t)return a;let l=n(a.children);if(l)return l}return null},s=n(e.children);if(s)return s}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(e,t){e[t]=this.targetObject[this.propertyName]}_getValue_array(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)e[t++]=n[s]}_getValue_arrayElement(e,t){e[t]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(e,t){this.resolvedProperty.toArray(e,t)}_setValue_direct(e,t){this.targetObject[this.propertyName]=e[t]}_setValue_direct_setNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++]}_setValue_array_setNeedsUpdate(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(e,t){this.resolvedProperty[this.propertyIndex]=e[t]}_setValue_arrayElement_setNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(e,t){this.resolvedProperty.fromArray(e,t)}_setValue_fromArray_setNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(e,t){this.bind(),this.getValue(e,t)}_setValue_unbound(e,t){this.bind(),this.setValue(e,t)}bind(){let e=this.node,t=this.parsedPath,n=t.objectName,s=t.propertyName,r=t.propertyIndex;if(e||(e=i.findNode(this.rootNode,t.nodeName),this.node=e),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!e){Je("PropertyBinding: No target node found for track: "+this.path+".");return}if(n){let c=t.objectIndex;switch(n){case"materials":if(!e.material){nt("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.materials){nt("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}e=e.material.materials;break;case"bones":if(!e.skeleton){nt("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}e=e.skeleton.bones;for(let h=0;h<e.length;h++)if(e[h].name===c){c=h;break}break;case"map":if("map"in e){e=e.map;break}if(!e.material){nt("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.map){nt("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}e=e.material.map;break;default:if(e[n]===void 0){nt("PropertyBinding: Can not bind to objectName of node undefined.",this);return}e=e[n]}if(c!==void 0){if(e[c]===void 0){nt("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,e);return}e=e[c]}}let o=e[s];if(o===void 0){let c=t.nodeName;nt("PropertyBinding: Trying to update property for track: "+c+"."+s+" but it wasn't found.",e);return}let a=this.Versioning.None;this.targetObject=e,e.isMaterial===!0?a=this.Versioning.NeedsUpdate:e.isObject3D===!0&&(a=this.Versioning.MatrixWorldNeedsUpdate);let l=this.BindingType.Direct;if(r!==void 0){if(s==="morphTargetInfluences"){if(!e.geometry){nt("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!e.geometry.morphAttributes){nt("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}e.morphTargetDictionary[r]!==void 0&&(r=e.morphTargetDictionary[r])}l=this.BindingType.ArrayElement,this.resolvedProperty=o,this.propertyIndex=r}else o.fromArray!==void 0&&o.toArray!==void 0?(l=this.BindingType.HasFromToArray,this.resolvedProperty=o):Array.isArray(o)?(l=this.BindingType.EntireArray,this.resolvedProperty=o):this.propertyName=s;this.getValue=this.GetterByBindingType[l],this.setValue=this.SetterByBindingTypeAndVersioning[l][a]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};Kt.Composite=_d;Kt.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};Kt.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};Kt.prototype.GetterByBindingType=[Kt.prototype._getValue_direct,Kt.prototype._getValue_array,Kt.prototype._getValue_arrayElement,Kt.prototype._getValue_toArray];Kt.prototype.SetterByBindingTypeAndVersioning=[[Kt.prototype._setValue_direct,Kt.prototype._setValue_direct_setNeedsUpdate,Kt.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[Kt.prototype._setValue_array,Kt.prototype._setValue_array_setNeedsUpdate,Kt.prototype._setValue_array_setMatrixWorldNeedsUpdate],[Kt.prototype._setValue_arrayElement,Kt.prototype._setValue_arrayElement_setNeedsUpdate,Kt.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[Kt.prototype._setValue_fromArray,Kt.prototype._setValue_fromArray_setNeedsUpdate,Kt.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var tP=new Float32Array(1);var Qm=new qt,Wa=class{constructor(e,t,n=0,s=1/0){this.ray=new ir(e,t),this.near=n,this.far=s,this.camera=null,this.layers=new So,this.params={Mesh:{},Line:{threshold:1},LOD:{},Points:{threshold:1},Sprite:{}}}set(e,t){this.ray.set(e,t)}setFromCamera(e,t){t.isPerspectiveCamera?(this.ray.origin.setFromMatrixPosition(t.matrixWorld),this.ray.direction.set(e.x,e.y,.5).unproject(t).sub(this.ray.origin).normalize(),this.camera=t):t.isOrthographicCamera?(this.ray.origin.set(e.x,e.y,t.projectionMatrix.elements[14]).unproject(t),this.ray.direction.set(0,0,-1).transformDirection(t.matrixWorld),this.camera=t):nt("Raycaster: Unsupported camera type: "+t.type)}setFromXRController(e){return Qm.identity().extractRotation(e.matrixWorld),this.ray.origin.setFromMatrixPosition(e.matrixWorld),this.ray.direction.set(0,0,-1).applyMatrix4(Qm),this}intersectObject(e,t=!0,n=[]){return xd(e,this,n,t),n.sort(eg),n}intersectObjects(e,t=!0,n=[]){for(let s=0,r=e.length;s<r;s++)xd(e[s],this,n,t);return n.sort(eg),n}};function eg(i,e){return i.distance-e.distance}function xd(i,e,t,n){let s=!0;if(i.layers.test(e.layers)&&i.raycast(e,t)===!1&&(s=!1),s===!0&&n===!0){let r=i.children;for(let o=0,a=r.length;o<a;o++)xd(r[o],e,t,!0)}}var Eo=class{constructor(e=1,t=0,n=0){this.radius=e,this.phi=t,this.theta=n}set(e,t,n){return this.radius=e,this.phi=t,this.theta=n,this}copy(e){return this.radius=e.radius,this.phi=e.phi,this.theta=e.theta,this}makeSafe(){return this.phi=vt(this.phi,1e-6,Math.PI-1e-6),this}setFromVector3(e){return this.setFromCartesianCoords(e.x,e.y,e.z)}setFromCartesianCoords(e,t,n){return this.radius=Math.sqrt(e*e+t*t+n*n),this.radius===0?(this.theta=0,this.phi=0):(this.theta=Math.atan2(e,n),this.phi=Math.acos(vt(t/this.radius,-1,1))),this}clone(){return new this.constructor().copy(this)}};var yd=class{static{this.prototype.isMatrix2=!0}constructor(e,t,n,s){this.elements=[1,0,0,1],e!==void 0&&this.set(e,t,n,s)}identity(){return this.set(1,0,0,1),this}fromArray(e,t=0){for(let n=0;n<4;n++)this.elements[n]=e[n+t];return this}set(e,t,n,s){let r=this.elements;return r[0]=e,r[2]=t,r[1]=n,r[3]=s,this}};var Xa=class extends Uc{constructor(e=1){let t=[0,0,0,e,0,0,0,0,0,0,e,0,0,0,0,0,0,e],n=[1,0,0,1,.6,0,0,1,0,.6,1,0,0,0,1,0,.6,1],s=new bi;s.setAttribute("position",new An(t,3)),s.setAttribute("color",new An(n,3));let r=new La({vertexColors:!0,toneMapped:!1});super(s,r),this.type="AxesHelper"}setColors(e,t,n){let s=new St,r=this.geometry.attributes.color.array;return s.set(e),s.toArray(r,0),s.toArray(r,3),s.set(t),s.toArray(r,6),s.toArray(r,9),s.set(n),s.toArray(r,12),s.toArray(r,15),this.geometry.attributes.color.needsUpdate=!0,this}dispose(){super.dispose(),this.geometry.dispose(),this.material.dispose()}};var qa=class extends Hi{constructor(e,t=null){super(),this.object=e,this.domElement=t,this.enabled=!0,this.state=-1,this.keys={},this.mouseButtons={LEFT:null,MIDDLE:null,RIGHT:null},this.touches={ONE:null,TWO:null}}connect(e){this.domElement!==null&&this.disconnect(),this.domElement=e}disconnect(){}dispose(){}update(){}};function Qd(i,e,t,n){let s=tS(n);switch(t){case Bd:return i*e;case zd:return i*e/s.components*s.byteLength;case sh:return i*e/s.components*s.byteLength;case ur:return i*e*2/s.components*s.byteLength;case rh:return i*e*2/s.components*s.byteLength;case kd:return i*e*3/s.components*s.byteLength;case Yi:return i*e*4/s.components*s.byteLength;case oh:return i*e*4/s.components*s.byteLength;case Za:case Ja:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case Ka:case ja:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case lh:case hh:return Math.max(i,16)*Math.max(e,8)/4;case ah:case ch:return Math.max(i,8)*Math.max(e,8)/2;case uh:case dh:case ph:case mh:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case fh:case Qa:case gh:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case _h:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case xh:return Math.floor((i+4)/5)*Math.floor((e+3)/4)*16;case yh:return Math.floor((i+4)/5)*Math.floor((e+4)/5)*16;case vh:return Math.floor((i+5)/6)*Math.floor((e+4)/5)*16;case Sh:return Math.floor((i+5)/6)*Math.floor((e+5)/6)*16;case bh:return Math.floor((i+7)/8)*Math.floor((e+4)/5)*16;case Mh:return Math.floor((i+7)/8)*Math.floor((e+5)/6)*16;case wh:return Math.floor((i+7)/8)*Math.floor((e+7)/8)*16;case Th:return Math.floor((i+9)/10)*Math.floor((e+4)/5)*16;case Eh:return Math.floor((i+9)/10)*Math.floor((e+5)/6)*16;case Ah:return Math.floor((i+9)/10)*Math.floor((e+7)/8)*16;case Ch:return Math.floor((i+9)/10)*Math.floor((e+9)/10)*16;case Rh:return Math.floor((i+11)/12)*Math.floor((e+9)/10)*16;case Ph:return Math.floor((i+11)/12)*Math.floor((e+11)/12)*16;case Ih:case Lh:case Dh:return Math.ceil(i/4)*Math.ceil(e/4)*16;case Nh:case Uh:return Math.ceil(i/4)*Math.ceil(e/4)*8;case el:case Oh:return Math.ceil(i/4)*Math.ceil(e/4)*16}throw new Error(`Unable to determine texture byte length for ${t} format.`)}function tS(i){switch(i){case li:case Nd:return{byteLength:1,components:1};case Po:case Ud:case qi:return{byteLength:2,components:1};case nh:case ih:return{byteLength:2,components:4};case Wi:case th:case Xi:return{byteLength:4,components:1};case Od:case Fd:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${i}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?Je("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");function u0(){let i=null,e=!1,t=null,n=null;function s(r,o){n=i.requestAnimationFrame(s),t(r,o)}return{start:function(){e!==!0&&t!==null&&i!==null&&(n=i.requestAnimationFrame(s),e=!0)},stop:function(){i!==null&&i.cancelAnimationFrame(n),e=!1},setAnimationLoop:function(r){t=r},setContext:function(r){i=r}}}function iS(i){let e=new WeakMap;function t(a,l){let c=a.array,h=a.usage,d=c.byteLength,u=i.createBuffer();i.bindBuffer(l,u),i.bufferData(l,c,h),a.onUploadCallback();let f;if(c instanceof Float32Array)f=i.FLOAT;else if(typeof Float16Array<"u"&&c instanceof Float16Array)f=i.HALF_FLOAT;else if(c instanceof Uint16Array)a.isFloat16BufferAttribute?f=i.HALF_FLOAT:f=i.UNSIGNED_SHORT;else if(c instanceof Int16Array)f=i.SHORT;else if(c instanceof Uint32Array)f=i.UNSIGNED_INT;else if(c instanceof Int32Array)f=i.INT;else if(c instanceof Int8Array)f=i.BYTE;else if(c instanceof Uint8Array)f=i.UNSIGNED_BYTE;else if(c instanceof Uint8ClampedArray)f=i.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+c);return{buffer:u,type:f,bytesPerElement:c.BYTES_PER_ELEMENT,version:a.version,size:d}}function n(a,l,c){let h=l.array,d=l.updateRanges;if(i.bindBuffer(c,a),d.length===0)i.bufferSubData(c,0,h);else{d.sort((f,g)=>f.start-g.start);let u=0;for(let f=1;f<d.length;f++){let g=d[u],v=d[f];v.start<=g.start+g.count+1?g.count=Math.max(g.count,v.start+v.count-g.start):(++u,d[u]=v)}d.length=u+1;for(let f=0,g=d.length;f<g;f++){let v=d[f];i.bufferSubData(c,v.start*h.BYTES_PER_ELEMENT,h,v.start,v.count)}l.clearUpdateRanges()}l.onUploadCallback()}function s(a){return a.isInterleavedBufferAttribute&&(a=a.data),e.get(a)}function r(a){a.isInterleavedBufferAttribute&&(a=a.data);let l=e.get(a);l&&(i.deleteBuffer(l.buffer),e.delete(a))}function o(a,l){if(a.isInterleavedBufferAttribute&&(a=a.data),a.isGLBufferAttribute){let h=e.get(a);(!h||h.version<a.version)&&e.set(a,{buffer:a.buffer,type:a.type,bytesPerElement:a.elementSize,version:a.version});return}let c=e.get(a);if(c===void 0)e.set(a,t(a,l));else if(c.version<a.version){if(c.size!==a.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");n(c.buffer,a,l),c.version=a.version}}return{get:s,remove:r,update:o}}var sS=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,rS=`#ifdef USE_ALPHAHASH
	const float ALPHA_HASH_SCALE = 0.05;
	float hash2D( vec2 value ) {
		return fract( 1.0e4 * sin( 17.0 * value.x + 0.1 * value.y ) * ( 0.1 + abs( sin( 13.0 * value.y + value.x ) ) ) );
	}
	float hash3D( vec3 value ) {
		return hash2D( vec2( hash2D( value.xy ), value.z ) );
	}
	float getAlphaHashThreshold( vec3 position ) {
		float maxDeriv = max(
			length( dFdx( position.xyz ) ),
			length( dFdy( position.xyz ) )
		);
		float pixScale = 1.0 / ( ALPHA_HASH_SCALE * maxDeriv );
		vec2 pixScales = vec2(
			exp2( floor( log2( pixScale ) ) ),
			exp2( ceil( log2( pixScale ) ) )
		);
		vec2 alpha = vec2(
			hash3D( floor( pixScales.x * position.xyz ) ),
			hash3D( floor( pixScales.y * position.xyz ) )
		);
		float lerpFactor = fract( log2( pixScale ) );
		float x = ( 1.0 - lerpFactor ) * alpha.x + lerpFactor * alpha.y;
		float a = min( lerpFactor, 1.0 - lerpFactor );
		vec3 cases = vec3(
			x * x / ( 2.0 * a * ( 1.0 - a ) ),
			( x - 0.5 * a ) / ( 1.0 - a ),
			1.0 - ( ( 1.0 - x ) * ( 1.0 - x ) / ( 2.0 * a * ( 1.0 - a ) ) )
		);
		float threshold = ( x < ( 1.0 - a ) )
			? ( ( x < a ) ? cases.x : cases.y )
			: cases.z;
		return clamp( threshold , 1.0e-6, 1.0 );
	}
#endif`,oS=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,aS=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,lS=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,cS=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,hS=`#ifdef USE_AOMAP
	float ambientOcclusion = ( texture2D( aoMap, vAoMapUv ).r - 1.0 ) * aoMapIntensity + 1.0;
	reflectedLight.indirectDiffuse *= ambientOcclusion;
	#if defined( USE_CLEARCOAT ) 
		clearcoatSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_SHEEN ) 
		sheenSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_ENVMAP ) && defined( STANDARD )
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		reflectedLight.indirectSpecular *= computeSpecularOcclusion( dotNV, ambientOcclusion, material.roughness );
	#endif
#endif`,uS=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,dS=`#ifdef USE_BATCHING
	#if ! defined( GL_ANGLE_multi_draw )
	#define gl_DrawID _gl_DrawID
	uniform int _gl_DrawID;
	#endif
	uniform highp sampler2D batchingTexture;
	uniform highp usampler2D batchingIdTexture;
	mat4 getBatchingMatrix( const in float i ) {
		int size = textureSize( batchingTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( batchingTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( batchingTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( batchingTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( batchingTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
	float getIndirectIndex( const in int i ) {
		int size = textureSize( batchingIdTexture, 0 ).x;
		int x = i % size;
		int y = i / size;
		return float( texelFetch( batchingIdTexture, ivec2( x, y ), 0 ).r );
	}
#endif
#ifdef USE_BATCHING_COLOR
	uniform sampler2D batchingColorTexture;
	vec4 getBatchingColor( const in float i ) {
		int size = textureSize( batchingColorTexture, 0 ).x;
		int j = int( i );
		int x = j % size;
		int y = j / size;
		return texelFetch( batchingColorTexture, ivec2( x, y ), 0 );
	}
#endif`,fS=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,pS=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,mS=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,gS=`float G_BlinnPhong_Implicit( ) {
	return 0.25;
}
float D_BlinnPhong( const in float shininess, const in float dotNH ) {
	return RECIPROCAL_PI * ( shininess * 0.5 + 1.0 ) * pow( dotNH, shininess );
}
vec3 BRDF_BlinnPhong( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 specularColor, const in float shininess ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( specularColor, 1.0, dotVH );
	float G = G_BlinnPhong_Implicit( );
	float D = D_BlinnPhong( shininess, dotNH );
	return F * ( G * D );
} // validated`,_S=`#ifdef USE_IRIDESCENCE
	const mat3 XYZ_TO_REC709 = mat3(
		 3.2404542, -0.9692660,  0.0556434,
		-1.5371385,  1.8760108, -0.2040259,
		-0.4985314,  0.0415560,  1.0572252
	);
	vec3 Fresnel0ToIor( vec3 fresnel0 ) {
		vec3 sqrtF0 = sqrt( fresnel0 );
		return ( vec3( 1.0 ) + sqrtF0 ) / ( vec3( 1.0 ) - sqrtF0 );
	}
	vec3 IorToFresnel0( vec3 transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - vec3( incidentIor ) ) / ( transmittedIor + vec3( incidentIor ) ) );
	}
	float IorToFresnel0( float transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - incidentIor ) / ( transmittedIor + incidentIor ));
	}
	vec3 evalSensitivity( float OPD, vec3 shift ) {
		float phase = 2.0 * PI * OPD * 1.0e-9;
		vec3 val = vec3( 5.4856e-13, 4.4201e-13, 5.2481e-13 );
		vec3 pos = vec3( 1.6810e+06, 1.7953e+06, 2.2084e+06 );
		vec3 var = vec3( 4.3278e+09, 9.3046e+09, 6.6121e+09 );
		vec3 xyz = val * sqrt( 2.0 * PI * var ) * cos( pos * phase + shift ) * exp( - pow2( phase ) * var );
		xyz.x += 9.7470e-14 * sqrt( 2.0 * PI * 4.5282e+09 ) * cos( 2.2399e+06 * phase + shift[ 0 ] ) * exp( - 4.5282e+09 * pow2( phase ) );
		xyz /= 1.0685e-7;
		vec3 rgb = XYZ_TO_REC709 * xyz;
		return rgb;
	}
	vec3 evalIridescence( float outsideIOR, float eta2, float cosTheta1, float thinFilmThickness, vec3 baseF0 ) {
		vec3 I;
		float iridescenceIOR = mix( outsideIOR, eta2, smoothstep( 0.0, 0.03, thinFilmThickness ) );
		float sinTheta2Sq = pow2( outsideIOR / iridescenceIOR ) * ( 1.0 - pow2( cosTheta1 ) );
		float cosTheta2Sq = 1.0 - sinTheta2Sq;
		if ( cosTheta2Sq < 0.0 ) {
			return vec3( 1.0 );
		}
		float cosTheta2 = sqrt( cosTheta2Sq );
		float R0 = IorToFresnel0( iridescenceIOR, outsideIOR );
		float R12 = F_Schlick( R0, 1.0, cosTheta1 );
		float T121 = 1.0 - R12;
		float phi12 = 0.0;
		if ( iridescenceIOR < outsideIOR ) phi12 = PI;
		float phi21 = PI - phi12;
		vec3 baseIOR = Fresnel0ToIor( clamp( baseF0, 0.0, 0.9999 ) );		vec3 R1 = IorToFresnel0( baseIOR, iridescenceIOR );
		vec3 R23 = F_Schlick( R1, 1.0, cosTheta2 );
		vec3 phi23 = vec3( 0.0 );
		if ( baseIOR[ 0 ] < iridescenceIOR ) phi23[ 0 ] = PI;
		if ( baseIOR[ 1 ] < iridescenceIOR ) phi23[ 1 ] = PI;
		if ( baseIOR[ 2 ] < iridescenceIOR ) phi23[ 2 ] = PI;
		float OPD = 2.0 * iridescenceIOR * thinFilmThickness * cosTheta2;
		vec3 phi = vec3( phi21 ) + phi23;
		vec3 R123 = clamp( R12 * R23, 1e-5, 0.9999 );
		vec3 r123 = sqrt( R123 );
		vec3 Rs = pow2( T121 ) * R23 / ( vec3( 1.0 ) - R123 );
		vec3 C0 = R12 + Rs;
		I = C0;
		vec3 Cm = Rs - T121;
		for ( int m = 1; m <= 2; ++ m ) {
			Cm *= r123;
			vec3 Sm = 2.0 * evalSensitivity( float( m ) * OPD, float( m ) * phi );
			I += Cm * Sm;
		}
		return max( I, vec3( 0.0 ) );
	}
#endif`,xS=`#ifdef USE_BUMPMAP
	uniform sampler2D bumpMap;
	uniform float bumpScale;
	vec2 dHdxy_fwd() {
		vec2 dSTdx = dFdx( vBumpMapUv );
		vec2 dSTdy = dFdy( vBumpMapUv );
		float Hll = bumpScale * texture2D( bumpMap, vBumpMapUv ).x;
		float dBx = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdx ).x - Hll;
		float dBy = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdy ).x - Hll;
		return vec2( dBx, dBy );
	}
	vec3 perturbNormalArb( vec3 surf_pos, vec3 surf_norm, vec2 dHdxy, float faceDirection ) {
		vec3 vSigmaX = normalize( dFdx( surf_pos.xyz ) );
		vec3 vSigmaY = normalize( dFdy( surf_pos.xyz ) );
		vec3 vN = surf_norm;
		vec3 R1 = cross( vSigmaY, vN );
		vec3 R2 = cross( vN, vSigmaX );
		float fDet = dot( vSigmaX, R1 ) * faceDirection;
		vec3 vGrad = sign( fDet ) * ( dHdxy.x * R1 + dHdxy.y * R2 );
		return normalize( abs( fDet ) * surf_norm - vGrad );
	}
#endif`,yS=`#if NUM_CLIPPING_PLANES > 0
	vec4 plane;
	#ifdef ALPHA_TO_COVERAGE
		float distanceToPlane, distanceGradient;
		float clipOpacity = 1.0;
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
			distanceGradient = fwidth( distanceToPlane ) / 2.0;
			clipOpacity *= smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			if ( clipOpacity == 0.0 ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			float unionClipOpacity = 1.0;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
				distanceGradient = fwidth( distanceToPlane ) / 2.0;
				unionClipOpacity *= 1.0 - smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			}
			#pragma unroll_loop_end
			clipOpacity *= 1.0 - unionClipOpacity;
		#endif
		diffuseColor.a *= clipOpacity;
		if ( diffuseColor.a == 0.0 ) discard;
	#else
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			if ( dot( vClipPosition, plane.xyz ) > plane.w ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			bool clipped = true;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				clipped = ( dot( vClipPosition, plane.xyz ) > plane.w ) && clipped;
			}
			#pragma unroll_loop_end
			if ( clipped ) discard;
		#endif
	#endif
#endif`,vS=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,SS=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,bS=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,MS=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,wS=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,TS=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,ES=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	vColor = vec4( 1.0 );
#endif
#ifdef USE_COLOR_ALPHA
	vColor *= color;
#elif defined( USE_COLOR )
	vColor.rgb *= color;
#endif
#ifdef USE_INSTANCING_COLOR
	vColor.rgb *= instanceColor.rgb;
#endif
#ifdef USE_BATCHING_COLOR
	vColor *= getBatchingColor( getIndirectIndex( gl_DrawID ) );
#endif`,AS=`#define PI 3.141592653589793
#define PI2 6.283185307179586
#define PI_HALF 1.5707963267948966
#define RECIPROCAL_PI 0.3183098861837907
#define RECIPROCAL_PI2 0.15915494309189535
#define EPSILON 1e-6
#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
#define whiteComplement( a ) ( 1.0 - saturate( a ) )
float pow2( const in float x ) { return x*x; }
vec3 pow2( const in vec3 x ) { return x*x; }
float pow3( const in float x ) { return x*x*x; }
float pow4( const in float x ) { float x2 = x*x; return x2*x2; }
float max3( const in vec3 v ) { return max( max( v.x, v.y ), v.z ); }
float average( const in vec3 v ) { return dot( v, vec3( 0.3333333 ) ); }
highp float rand( const in vec2 uv ) {
	const highp float a = 12.9898, b = 78.233, c = 43758.5453;
	highp float dt = dot( uv.xy, vec2( a,b ) ), sn = mod( dt, PI );
	return fract( sin( sn ) * c );
}
#ifdef HIGH_PRECISION
	float precisionSafeLength( vec3 v ) { return length( v ); }
#else
	float precisionSafeLength( vec3 v ) {
		float maxComponent = max3( abs( v ) );
		return length( v / maxComponent ) * maxComponent;
	}
#endif
struct IncidentLight {
	vec3 color;
	vec3 direction;
	bool visible;
};
struct ReflectedLight {
	vec3 directDiffuse;
	vec3 directSpecular;
	vec3 indirectDiffuse;
	vec3 indirectSpecular;
};
#ifdef USE_ALPHAHASH
	varying vec3 vPosition;
#endif
vec3 transformDirection( in vec3 dir, in mat4 matrix ) {
	return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );
}
#define inverseTransformDirection transformDirectionByInverseViewMatrix
vec3 transformNormalByInverseViewMatrix( in vec3 normal, in mat4 viewMatrix ) {
	return normalize( ( vec4( normal, 0.0 ) * viewMatrix ).xyz );
}
vec3 transformDirectionByInverseViewMatrix( in vec3 dir, in mat4 viewMatrix ) {
	return normalize( ( vec4( dir, 0.0 ) * viewMatrix ).xyz );
}
bool isPerspectiveMatrix( mat4 m ) {
	return m[ 2 ][ 3 ] == - 1.0;
}
vec2 equirectUv( in vec3 dir ) {
	float u = atan( dir.z, dir.x ) * RECIPROCAL_PI2 + 0.5;
	float v = asin( clamp( dir.y, - 1.0, 1.0 ) ) * RECIPROCAL_PI + 0.5;
	return vec2( u, v );
}
vec3 BRDF_Lambert( const in vec3 diffuseColor ) {
	return RECIPROCAL_PI * diffuseColor;
}
vec3 F_Schlick( const in vec3 f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
}
float F_Schlick( const in float f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
} // validated`,CS=`vec3 transformedNormal = objectNormal;
#ifdef USE_TANGENT
	vec3 transformedTangent = objectTangent;
#endif
#ifdef USE_BATCHING
	mat3 bm = mat3( batchingMatrix );
	transformedNormal /= vec3( dot( bm[ 0 ], bm[ 0 ] ), dot( bm[ 1 ], bm[ 1 ] ), dot( bm[ 2 ], bm[ 2 ] ) );
	transformedNormal = bm * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = bm * transformedTangent;
	#endif
#endif
#ifdef USE_INSTANCING
	mat3 im = mat3( instanceMatrix );
	transformedNormal /= vec3( dot( im[ 0 ], im[ 0 ] ), dot( im[ 1 ], im[ 1 ] ), dot( im[ 2 ], im[ 2 ] ) );
	transformedNormal = im * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = im * transformedTangent;
	#endif
#endif
transformedNormal = normalMatrix * transformedNormal;
#ifdef FLIP_SIDED
	transformedNormal = - transformedNormal;
#endif
#ifdef USE_TANGENT
	transformedTangent = ( modelViewMatrix * vec4( transformedTangent, 0.0 ) ).xyz;
#endif`,RS=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,PS=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,IS=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,LS=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,DS="gl_FragColor = linearToOutputTexel( gl_FragColor );",NS=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,US=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vec3 cameraToFrag;
		if ( isOrthographic ) {
			cameraToFrag = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToFrag = normalize( vWorldPosition - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vec3 reflectVec = reflect( cameraToFrag, worldNormal );
		#else
			vec3 reflectVec = refract( cameraToFrag, worldNormal, refractionRatio );
		#endif
	#else
		vec3 reflectVec = vReflect;
	#endif
	#ifdef ENVMAP_TYPE_CUBE
		vec4 envColor = textureCube( envMap, envMapRotation * reflectVec );
		#ifdef ENVMAP_BLENDING_MULTIPLY
			outgoingLight = mix( outgoingLight, outgoingLight * envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_MIX )
			outgoingLight = mix( outgoingLight, envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_ADD )
			outgoingLight += envColor.xyz * specularStrength * reflectivity;
		#endif
	#endif
#endif`,OS=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,FS=`#ifdef USE_ENVMAP
	uniform float reflectivity;
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		varying vec3 vWorldPosition;
		uniform float refractionRatio;
	#else
		varying vec3 vReflect;
	#endif
#endif`,BS=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,kS=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vWorldPosition = worldPosition.xyz;
	#else
		vec3 cameraToVertex;
		if ( isOrthographic ) {
			cameraToVertex = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToVertex = normalize( worldPosition.xyz - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vReflect = reflect( cameraToVertex, worldNormal );
		#else
			vReflect = refract( cameraToVertex, worldNormal, refractionRatio );
		#endif
	#endif
#endif`,zS=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,VS=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,GS=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,HS=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,WS=`#ifdef USE_GRADIENTMAP
	uniform sampler2D gradientMap;
#endif
vec3 getGradientIrradiance( vec3 normal, vec3 lightDirection ) {
	float dotNL = dot( normal, lightDirection );
	vec2 coord = vec2( dotNL * 0.5 + 0.5, 0.0 );
	#ifdef USE_GRADIENTMAP
		return vec3( texture2D( gradientMap, coord ).r );
	#else
		vec2 fw = fwidth( coord ) * 0.5;
		return mix( vec3( 0.7 ), vec3( 1.0 ), smoothstep( 0.7 - fw.x, 0.7 + fw.x, coord.x ) );
	#endif
}`,XS=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,qS=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,YS=`varying vec3 vViewPosition;
struct LambertMaterial {
	vec3 diffuseColor;
	float specularStrength;
};
void RE_Direct_Lambert( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Lambert( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Lambert
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,$S=`uniform bool receiveShadow;
uniform vec3 ambientLightColor;
#if defined( USE_LIGHT_PROBES )
	uniform vec3 lightProbe[ 9 ];
#endif
vec3 shGetIrradianceAt( in vec3 normal, in vec3 shCoefficients[ 9 ] ) {
	float x = normal.x, y = normal.y, z = normal.z;
	vec3 result = shCoefficients[ 0 ] * 0.886227;
	result += shCoefficients[ 1 ] * 2.0 * 0.511664 * y;
	result += shCoefficients[ 2 ] * 2.0 * 0.511664 * z;
	result += shCoefficients[ 3 ] * 2.0 * 0.511664 * x;
	result += shCoefficients[ 4 ] * 2.0 * 0.429043 * x * y;
	result += shCoefficients[ 5 ] * 2.0 * 0.429043 * y * z;
	result += shCoefficients[ 6 ] * ( 0.743125 * z * z - 0.247708 );
	result += shCoefficients[ 7 ] * 2.0 * 0.429043 * x * z;
	result += shCoefficients[ 8 ] * 0.429043 * ( x * x - y * y );
	return result;
}
vec3 getLightProbeIrradiance( const in vec3 lightProbe[ 9 ], const in vec3 normal ) {
	vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec3 irradiance = shGetIrradianceAt( worldNormal, lightProbe );
	return irradiance;
}
vec3 getAmbientLightIrradiance( const in vec3 ambientLightColor ) {
	vec3 irradiance = ambientLightColor;
	return irradiance;
}
float getDistanceAttenuation( const in float lightDistance, const in float cutoffDistance, const in float decayExponent ) {
	float distanceFalloff = 1.0 / max( pow( lightDistance, decayExponent ), 0.01 );
	if ( cutoffDistance > 0.0 ) {
		distanceFalloff *= pow2( saturate( 1.0 - pow4( lightDistance / cutoffDistance ) ) );
	}
	return distanceFalloff;
}
float getSpotAttenuation( const in float coneCosine, const in float penumbraCosine, const in float angleCosine ) {
	return smoothstep( coneCosine, penumbraCosine, angleCosine );
}
#if NUM_SUN_LIGHTS > 0
	struct SunLight {
		vec3 direction;
		vec3 color;
	};
	uniform SunLight sunLights[ NUM_SUN_LIGHTS ];
	void getSunLightInfo( const in SunLight sunLight, out IncidentLight light ) {
		light.color = sunLight.color;
		light.direction = sunLight.direction;
		light.visible = true;
	}
#endif
#if NUM_DIR_LIGHTS > 0
	struct DirectionalLight {
		vec3 direction;
		vec3 color;
	};
	uniform DirectionalLight directionalLights[ NUM_DIR_LIGHTS ];
	void getDirectionalLightInfo( const in DirectionalLight directionalLight, out IncidentLight light ) {
		light.color = directionalLight.color;
		light.direction = directionalLight.direction;
		light.visible = true;
	}
#endif
#if NUM_POINT_LIGHTS > 0
	struct PointLight {
		vec3 position;
		vec3 color;
		float distance;
		float decay;
	};
	uniform PointLight pointLights[ NUM_POINT_LIGHTS ];
	void getPointLightInfo( const in PointLight pointLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = pointLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float lightDistance = length( lVector );
		light.color = pointLight.color;
		light.color *= getDistanceAttenuation( lightDistance, pointLight.distance, pointLight.decay );
		light.visible = ( light.color != vec3( 0.0 ) );
	}
#endif
#if NUM_SPOT_LIGHTS > 0
	struct SpotLight {
		vec3 position;
		vec3 direction;
		vec3 color;
		float distance;
		float decay;
		float coneCos;
		float penumbraCos;
	};
	uniform SpotLight spotLights[ NUM_SPOT_LIGHTS ];
	void getSpotLightInfo( const in SpotLight spotLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = spotLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float angleCos = dot( light.direction, spotLight.direction );
		float spotAttenuation = getSpotAttenuation( spotLight.coneCos, spotLight.penumbraCos, angleCos );
		if ( spotAttenuation > 0.0 ) {
			float lightDistance = length( lVector );
			light.color = spotLight.color * spotAttenuation;
			light.color *= getDistanceAttenuation( lightDistance, spotLight.distance, spotLight.decay );
			light.visible = ( light.color != vec3( 0.0 ) );
		} else {
			light.color = vec3( 0.0 );
			light.visible = false;
		}
	}
#endif
#if NUM_RECT_AREA_LIGHTS > 0
	struct RectAreaLight {
		vec3 color;
		vec3 position;
		vec3 halfWidth;
		vec3 halfHeight;
	};
	uniform sampler2D ltc_1;	uniform sampler2D ltc_2;
	uniform RectAreaLight rectAreaLights[ NUM_RECT_AREA_LIGHTS ];
#endif
#if NUM_HEMI_LIGHTS > 0
	struct HemisphereLight {
		vec3 direction;
		vec3 skyColor;
		vec3 groundColor;
	};
	uniform HemisphereLight hemisphereLights[ NUM_HEMI_LIGHTS ];
	vec3 getHemisphereLightIrradiance( const in HemisphereLight hemiLight, const in vec3 normal ) {
		float dotNL = dot( normal, hemiLight.direction );
		float hemiDiffuseWeight = 0.5 * dotNL + 0.5;
		vec3 irradiance = mix( hemiLight.groundColor, hemiLight.skyColor, hemiDiffuseWeight );
		return irradiance;
	}
#endif
#include <lightprobes_pars_fragment>`,ZS=`#ifdef USE_ENVMAP
	vec3 getIBLIrradiance( const in vec3 normal ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * worldNormal, ENVMAP_MAX_LOD );
			return PI * envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	vec3 getIBLRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 reflectVec = reflect( - viewDir, normal );
			reflectVec = normalize( mix( reflectVec, normal, pow4( roughness ) ) );
			reflectVec = transformDirectionByInverseViewMatrix( reflectVec, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * reflectVec, roughnessToMip( roughness ) );
			return envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	#ifdef USE_RETROREFLECTION
		vec3 getIBLRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 retroVec = normalize( mix( viewDir, normal, pow4( roughness ) ) );
				retroVec = transformDirectionByInverseViewMatrix( retroVec, viewMatrix );
				vec4 envMapColor = textureLod( envMap, envMapRotation * retroVec, roughnessToMip( roughness ) );
				return envMapColor.rgb * envMapIntensity;
			#else
				return vec3( 0.0 );
			#endif
		}
	#endif
	#ifdef USE_ANISOTROPY
		vec3 getIBLAnisotropyRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 bentNormal = cross( bitangent, viewDir );
				bentNormal = normalize( cross( bentNormal, bitangent ) );
				bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
				return getIBLRadiance( viewDir, bentNormal, roughness );
			#else
				return vec3( 0.0 );
			#endif
		}
		#ifdef USE_RETROREFLECTION
			vec3 getIBLAnisotropyRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
				#ifdef ENVMAP_TYPE_PMREM
					vec3 bentNormal = cross( bitangent, viewDir );
					bentNormal = normalize( cross( bentNormal, bitangent ) );
					bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
					return getIBLRetroRadiance( viewDir, bentNormal, roughness );
				#else
					return vec3( 0.0 );
				#endif
			}
		#endif
	#endif
#endif`,JS=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,KS=`varying vec3 vViewPosition;
struct ToonMaterial {
	vec3 diffuseColor;
};
void RE_Direct_Toon( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 irradiance = getGradientIrradiance( geometryNormal, directLight.direction ) * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Toon( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Toon
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,jS=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,QS=`varying vec3 vViewPosition;
struct BlinnPhongMaterial {
	vec3 diffuseColor;
	vec3 specularColor;
	float specularShininess;
	float specularStrength;
};
void RE_Direct_BlinnPhong( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
	reflectedLight.directSpecular += irradiance * BRDF_BlinnPhong( directLight.direction, geometryViewDir, geometryNormal, material.specularColor, material.specularShininess ) * material.specularStrength;
}
void RE_IndirectDiffuse_BlinnPhong( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_BlinnPhong
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,eb=`PhysicalMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.diffuseContribution = diffuseColor.rgb * ( 1.0 - metalnessFactor );
material.metalness = metalnessFactor;
vec3 dxy = max( abs( dFdx( nonPerturbedNormal ) ), abs( dFdy( nonPerturbedNormal ) ) );
float geometryRoughness = max( max( dxy.x, dxy.y ), dxy.z );
material.roughness = max( roughnessFactor, 0.045 );
material.roughness += geometryRoughness;
material.roughness = min( material.roughness, 1.0 );
#ifdef USE_DIFFUSE_ROUGHNESS
	float diffuseRoughnessFactor = diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		diffuseRoughnessFactor *= texture2D( diffuseRoughnessMap, vDiffuseRoughnessMapUv ).r;
	#endif
	material.diffuseRoughness = saturate( diffuseRoughnessFactor );
#endif
#ifdef IOR
	material.ior = ior;
	#ifdef USE_SPECULAR
		float specularIntensityFactor = specularIntensity;
		vec3 specularColorFactor = specularColor;
		#ifdef USE_SPECULAR_COLORMAP
			specularColorFactor *= texture2D( specularColorMap, vSpecularColorMapUv ).rgb;
		#endif
		#ifdef USE_SPECULAR_INTENSITYMAP
			specularIntensityFactor *= texture2D( specularIntensityMap, vSpecularIntensityMapUv ).a;
		#endif
		material.specularF90 = mix( specularIntensityFactor, 1.0, metalnessFactor );
	#else
		float specularIntensityFactor = 1.0;
		vec3 specularColorFactor = vec3( 1.0 );
		material.specularF90 = 1.0;
	#endif
	material.specularColor = min( pow2( ( material.ior - 1.0 ) / ( material.ior + 1.0 ) ) * specularColorFactor, vec3( 1.0 ) ) * specularIntensityFactor;
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
#else
	material.specularColor = vec3( 0.04 );
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
	material.specularF90 = 1.0;
#endif
#ifdef USE_CLEARCOAT
	material.clearcoat = clearcoat;
	material.clearcoatRoughness = clearcoatRoughness;
	material.clearcoatF0 = vec3( 0.04 );
	material.clearcoatF90 = 1.0;
	#ifdef USE_CLEARCOATMAP
		material.clearcoat *= texture2D( clearcoatMap, vClearcoatMapUv ).x;
	#endif
	#ifdef USE_CLEARCOAT_ROUGHNESSMAP
		material.clearcoatRoughness *= texture2D( clearcoatRoughnessMap, vClearcoatRoughnessMapUv ).y;
	#endif
	material.clearcoat = saturate( material.clearcoat );	material.clearcoatRoughness = max( material.clearcoatRoughness, 0.045 );
	material.clearcoatRoughness += geometryRoughness;
	material.clearcoatRoughness = min( material.clearcoatRoughness, 1.0 );
#endif
#ifdef USE_DISPERSION
	material.dispersion = dispersion;
#endif
#ifdef USE_RETROREFLECTION
	material.retroreflectivity = retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	material.iridescence = iridescence;
	material.iridescenceIOR = iridescenceIOR;
	#ifdef USE_IRIDESCENCEMAP
		material.iridescence *= texture2D( iridescenceMap, vIridescenceMapUv ).r;
	#endif
	#ifdef USE_IRIDESCENCE_THICKNESSMAP
		material.iridescenceThickness = (iridescenceThicknessMaximum - iridescenceThicknessMinimum) * texture2D( iridescenceThicknessMap, vIridescenceThicknessMapUv ).g + iridescenceThicknessMinimum;
	#else
		material.iridescenceThickness = iridescenceThicknessMaximum;
	#endif
#endif
#ifdef USE_SHEEN
	material.sheenColor = sheenColor;
	#ifdef USE_SHEEN_COLORMAP
		material.sheenColor *= texture2D( sheenColorMap, vSheenColorMapUv ).rgb;
	#endif
	material.sheenRoughness = clamp( sheenRoughness, 0.0001, 1.0 );
	#ifdef USE_SHEEN_ROUGHNESSMAP
		material.sheenRoughness *= texture2D( sheenRoughnessMap, vSheenRoughnessMapUv ).a;
	#endif
#endif
#ifdef USE_ANISOTROPY
	#ifdef USE_ANISOTROPYMAP
		mat2 anisotropyMat = mat2( anisotropyVector.x, anisotropyVector.y, - anisotropyVector.y, anisotropyVector.x );
		vec3 anisotropyPolar = texture2D( anisotropyMap, vAnisotropyMapUv ).rgb;
		vec2 anisotropyV = anisotropyMat * normalize( 2.0 * anisotropyPolar.rg - vec2( 1.0 ) ) * anisotropyPolar.b;
	#else
		vec2 anisotropyV = anisotropyVector;
	#endif
	material.anisotropy = length( anisotropyV );
	if( material.anisotropy == 0.0 ) {
		anisotropyV = vec2( 1.0, 0.0 );
	} else {
		anisotropyV /= material.anisotropy;
		material.anisotropy = saturate( material.anisotropy );
	}
	material.alphaT = mix( pow2( material.roughness ), 1.0, pow2( material.anisotropy ) );
	material.anisotropyT = tbn[ 0 ] * anisotropyV.x + tbn[ 1 ] * anisotropyV.y;
	material.anisotropyB = tbn[ 1 ] * anisotropyV.x - tbn[ 0 ] * anisotropyV.y;
#endif`,tb=`uniform sampler2D dfgLUT;
struct PhysicalMaterial {
	vec3 diffuseColor;
	vec3 diffuseContribution;
	vec3 specularColor;
	vec3 specularColorBlended;
	float roughness;
	float metalness;
	float specularF90;
	float dispersion;
	vec2 dfg;
	vec3 multiScatteringCompensation;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float diffuseRoughness;
	#endif
	#ifdef USE_RETROREFLECTION
		float retroreflectivity;
	#endif
	#ifdef USE_CLEARCOAT
		float clearcoat;
		float clearcoatRoughness;
		vec3 clearcoatF0;
		float clearcoatF90;
	#endif
	#ifdef USE_IRIDESCENCE
		float iridescence;
		float iridescenceIOR;
		float iridescenceThickness;
		vec3 iridescenceFresnel;
		vec3 iridescenceF0Dielectric;
		vec3 iridescenceF0Metallic;
	#endif
	#ifdef USE_SHEEN
		vec3 sheenColor;
		float sheenRoughness;
	#endif
	#ifdef IOR
		float ior;
	#endif
	#ifdef USE_TRANSMISSION
		float transmission;
		float transmissionAlpha;
		float thickness;
		float attenuationDistance;
		vec3 attenuationColor;
	#endif
	#ifdef USE_ANISOTROPY
		float anisotropy;
		float alphaT;
		vec3 anisotropyT;
		vec3 anisotropyB;
	#endif
};
vec3 clearcoatSpecularDirect = vec3( 0.0 );
vec3 clearcoatSpecularIndirect = vec3( 0.0 );
vec3 sheenSpecularDirect = vec3( 0.0 );
vec3 sheenSpecularIndirect = vec3(0.0 );
vec3 Schlick_to_F0( const in vec3 f, const in float f90, const in float dotVH ) {
    float x = clamp( 1.0 - dotVH, 0.0, 1.0 );
    float x2 = x * x;
    float x5 = clamp( x * x2 * x2, 0.0, 0.9999 );
    return ( f - vec3( f90 ) * x5 ) / ( 1.0 - x5 );
}
#ifdef USE_DIFFUSE_ROUGHNESS
	const float EON_EPSILON = 1e-7;
	float FON_DirectionalAlbedo( const in float mu, const in float roughness, const in float A ) {
		float muComp = 1.0 - mu;
		float gOverPi = muComp * ( 0.0571085289 + muComp * ( 0.491881867 + muComp * ( - 0.332181442 + muComp * 0.0714429953 ) ) );
		return A * ( 1.0 + roughness * gOverPi );
	}
	vec3 BRDF_EON( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 diffuseColor, const in float roughness ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return BRDF_Lambert( rho );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float s = dot( lightDir, viewDir ) - dotNL * dotNV;
		float sOverT = ( s > 0.0 ) ? s / max( max( dotNL, dotNV ), EON_EPSILON ) : s;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		vec3 singleScatter = rho * RECIPROCAL_PI * A * ( 1.0 + roughness * sOverT );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		float albedoV = FON_DirectionalAlbedo( dotNV, roughness, A );
		float albedoL = FON_DirectionalAlbedo( dotNL, roughness, A );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		vec3 multiScatter = rhoMultiScatter * RECIPROCAL_PI
			* max( EON_EPSILON, 1.0 - albedoV )
			* max( EON_EPSILON, 1.0 - albedoL )
			/ max( EON_EPSILON, 1.0 - averageAlbedo );
		return singleScatter + multiScatter;
	}
	vec3 EON_DirectionalAlbedo( const in vec3 diffuseColor, const in float roughness, const in float dotNV ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return rho;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		float directionalAlbedo = FON_DirectionalAlbedo( dotNV, roughness, A );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		return rho * directionalAlbedo + rhoMultiScatter * ( 1.0 - directionalAlbedo );
	}
#endif
float V_GGX_SmithCorrelated( const in float alpha, const in float dotNL, const in float dotNV ) {
	float a2 = pow2( alpha );
	float gv = dotNL * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNV ) );
	float gl = dotNV * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNL ) );
	return 0.5 / max( gv + gl, EPSILON );
}
float D_GGX( const in float alpha, const in float dotNH ) {
	float a2 = pow2( alpha );
	float denom = pow2( dotNH ) * ( a2 - 1.0 ) + 1.0;
	return RECIPROCAL_PI * a2 / pow2( denom );
}
#ifdef USE_ANISOTROPY
	float V_GGX_SmithCorrelated_Anisotropic( const in float alphaT, const in float alphaB, const in float dotTV, const in float dotBV, const in float dotTL, const in float dotBL, const in float dotNV, const in float dotNL ) {
		float gv = dotNL * length( vec3( alphaT * dotTV, alphaB * dotBV, dotNV ) );
		float gl = dotNV * length( vec3( alphaT * dotTL, alphaB * dotBL, dotNL ) );
		return 0.5 / max( gv + gl, EPSILON );
	}
	float D_GGX_Anisotropic( const in float alphaT, const in float alphaB, const in float dotNH, const in float dotTH, const in float dotBH ) {
		float a2 = alphaT * alphaB;
		highp vec3 v = vec3( alphaB * dotTH, alphaT * dotBH, a2 * dotNH );
		highp float v2 = dot( v, v );
		float w2 = a2 / v2;
		return RECIPROCAL_PI * a2 * pow2 ( w2 );
	}
#endif
#ifdef USE_CLEARCOAT
	vec3 BRDF_GGX_Clearcoat( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material) {
		vec3 f0 = material.clearcoatF0;
		float f90 = material.clearcoatF90;
		float roughness = max( material.clearcoatRoughness, 0.045 );
		float alpha = pow2( roughness );
		vec3 halfDir = normalize( lightDir + viewDir );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float dotNH = saturate( dot( normal, halfDir ) );
		float dotVH = saturate( dot( viewDir, halfDir ) );
		vec3 F = F_Schlick( f0, f90, dotVH );
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
		return F * ( V * D );
	}
#endif
vec3 BRDF_GGX( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material ) {
	vec3 f0 = material.specularColorBlended;
	float f90 = material.specularF90;
	float roughness = max( material.roughness, 0.045 );
	float alpha = pow2( roughness );
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( f0, f90, dotVH );
	#ifdef USE_IRIDESCENCE
		F = mix( F, material.iridescenceFresnel, material.iridescence );
	#endif
	#ifdef USE_ANISOTROPY
		float dotTL = dot( material.anisotropyT, lightDir );
		float dotTV = dot( material.anisotropyT, viewDir );
		float dotTH = dot( material.anisotropyT, halfDir );
		float dotBL = dot( material.anisotropyB, lightDir );
		float dotBV = dot( material.anisotropyB, viewDir );
		float dotBH = dot( material.anisotropyB, halfDir );
		float alphaT = max( material.alphaT, alpha );
		float V = V_GGX_SmithCorrelated_Anisotropic( alphaT, alpha, dotTV, dotBV, dotTL, dotBL, dotNV, dotNL );
		float D = D_GGX_Anisotropic( alphaT, alpha, dotNH, dotTH, dotBH );
	#else
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
	#endif
	return F * ( V * D );
}
vec2 LTC_Uv( const in vec3 N, const in vec3 V, const in float roughness ) {
	const float LUT_SIZE = 64.0;
	const float LUT_SCALE = ( LUT_SIZE - 1.0 ) / LUT_SIZE;
	const float LUT_BIAS = 0.5 / LUT_SIZE;
	float dotNV = saturate( dot( N, V ) );
	vec2 uv = vec2( roughness, sqrt( 1.0 - dotNV ) );
	uv = uv * LUT_SCALE + LUT_BIAS;
	return uv;
}
float LTC_ClippedSphereFormFactor( const in vec3 f ) {
	float l = length( f );
	return max( ( l * l + f.z ) / ( l + 1.0 ), 0.0 );
}
vec3 LTC_EdgeVectorFormFactor( const in vec3 v1, const in vec3 v2 ) {
	float x = dot( v1, v2 );
	float y = abs( x );
	float a = 0.8543985 + ( 0.4965155 + 0.0145206 * y ) * y;
	float b = 3.4175940 + ( 4.1616724 + y ) * y;
	float v = a / b;
	float theta_sintheta = ( x > 0.0 ) ? v : 0.5 * inversesqrt( max( 1.0 - x * x, 1e-7 ) ) - v;
	return cross( v1, v2 ) * theta_sintheta;
}
vec3 LTC_Evaluate( const in vec3 N, const in vec3 V, const in vec3 P, const in mat3 mInv, const in vec3 rectCoords[ 4 ] ) {
	vec3 v1 = rectCoords[ 1 ] - rectCoords[ 0 ];
	vec3 v2 = rectCoords[ 3 ] - rectCoords[ 0 ];
	vec3 lightNormal = cross( v1, v2 );
	if( dot( lightNormal, P - rectCoords[ 0 ] ) < 0.0 ) return vec3( 0.0 );
	vec3 T1, T2;
	T1 = normalize( V - N * dot( V, N ) );
	T2 = - cross( N, T1 );
	mat3 mat = mInv * transpose( mat3( T1, T2, N ) );
	vec3 coords[ 4 ];
	coords[ 0 ] = mat * ( rectCoords[ 0 ] - P );
	coords[ 1 ] = mat * ( rectCoords[ 1 ] - P );
	coords[ 2 ] = mat * ( rectCoords[ 2 ] - P );
	coords[ 3 ] = mat * ( rectCoords[ 3 ] - P );
	coords[ 0 ] = normalize( coords[ 0 ] );
	coords[ 1 ] = normalize( coords[ 1 ] );
	coords[ 2 ] = normalize( coords[ 2 ] );
	coords[ 3 ] = normalize( coords[ 3 ] );
	vec3 vectorFormFactor = vec3( 0.0 );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 0 ], coords[ 1 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 1 ], coords[ 2 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 2 ], coords[ 3 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 3 ], coords[ 0 ] );
	float result = LTC_ClippedSphereFormFactor( vectorFormFactor );
	return vec3( result );
}
#if defined( USE_SHEEN )
float D_Charlie( float roughness, float dotNH ) {
	float alpha = pow2( roughness );
	float invAlpha = 1.0 / alpha;
	float cos2h = dotNH * dotNH;
	float sin2h = max( 1.0 - cos2h, 0.0078125 );
	return ( 2.0 + invAlpha ) * pow( sin2h, invAlpha * 0.5 ) / ( 2.0 * PI );
}
float V_Neubelt( float dotNV, float dotNL ) {
	return saturate( 1.0 / ( 4.0 * ( dotNL + dotNV - dotNL * dotNV ) ) );
}
vec3 BRDF_Sheen( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, vec3 sheenColor, const in float sheenRoughness ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float D = D_Charlie( sheenRoughness, dotNH );
	float V = V_Neubelt( dotNV, dotNL );
	return sheenColor * ( D * V );
}
#endif
float IBLSheenBRDF( const in vec3 normal, const in vec3 viewDir, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	float r2 = roughness * roughness;
	float rInv = 1.0 / ( roughness + 0.1 );
	float a = -1.9362 + 1.0678 * roughness + 0.4573 * r2 - 0.8469 * rInv;
	float b = -0.6014 + 0.5538 * roughness - 0.4670 * r2 - 0.1255 * rInv;
	float DG = exp( a * dotNV + b );
	return saturate( DG );
}
vec3 EnvironmentBRDF( const in vec3 normal, const in vec3 viewDir, const in vec3 specularColor, const in float specularF90, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	vec2 fab = texture2D( dfgLUT, vec2( roughness, dotNV ) ).rg;
	return specularColor * fab.x + specularF90 * fab.y;
}
#ifdef USE_IRIDESCENCE
void computeMultiscatteringIridescence( const in vec2 fab, const in vec3 specularColor, const in float specularF90, const in float iridescence, const in vec3 iridescenceF0, inout vec3 singleScatter, inout vec3 multiScatter ) {
#else
void computeMultiscattering( const in vec2 fab, const in vec3 specularColor, const in float specularF90, inout vec3 singleScatter, inout vec3 multiScatter ) {
#endif
	#ifdef USE_IRIDESCENCE
		vec3 Fr = mix( specularColor, iridescenceF0, iridescence );
	#else
		vec3 Fr = specularColor;
	#endif
	vec3 FssEss = Fr * fab.x + specularF90 * fab.y;
	float Ess = fab.x + fab.y;
	float Ems = 1.0 - Ess;
	vec3 Favg = Fr + ( 1.0 - Fr ) * 0.047619;	vec3 Fms = FssEss * Favg / ( 1.0 - Ems * Favg );
	singleScatter += FssEss;
	multiScatter += Fms * Ems;
}
#if NUM_RECT_AREA_LIGHTS > 0
	void RE_Direct_RectArea_Physical( const in RectAreaLight rectAreaLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
		vec3 normal = geometryNormal;
		vec3 viewDir = geometryViewDir;
		vec3 position = geometryPosition;
		vec3 lightPos = rectAreaLight.position;
		vec3 halfWidth = rectAreaLight.halfWidth;
		vec3 halfHeight = rectAreaLight.halfHeight;
		vec3 lightColor = rectAreaLight.color;
		float roughness = material.roughness;
		vec3 rectCoords[ 4 ];
		rectCoords[ 0 ] = lightPos + halfWidth - halfHeight;		rectCoords[ 1 ] = lightPos - halfWidth - halfHeight;
		rectCoords[ 2 ] = lightPos - halfWidth + halfHeight;
		rectCoords[ 3 ] = lightPos + halfWidth + halfHeight;
		vec2 uv = LTC_Uv( normal, viewDir, roughness );
		vec4 t1 = texture2D( ltc_1, uv );
		vec4 t2 = texture2D( ltc_2, uv );
		mat3 mInv = mat3(
			vec3( t1.x, 0, t1.y ),
			vec3(    0, 1,    0 ),
			vec3( t1.z, 0, t1.w )
		);
		vec3 fresnel = ( material.specularColorBlended * t2.x + ( material.specularF90 - material.specularColorBlended ) * t2.y );
		reflectedLight.directSpecular += lightColor * fresnel * LTC_Evaluate( normal, viewDir, position, mInv, rectCoords );
		reflectedLight.directDiffuse += lightColor * material.diffuseContribution * LTC_Evaluate( normal, viewDir, position, mat3( 1.0 ), rectCoords );
		#ifdef USE_CLEARCOAT
			vec3 Ncc = geometryClearcoatNormal;
			vec2 uvClearcoat = LTC_Uv( Ncc, viewDir, material.clearcoatRoughness );
			vec4 t1Clearcoat = texture2D( ltc_1, uvClearcoat );
			vec4 t2Clearcoat = texture2D( ltc_2, uvClearcoat );
			mat3 mInvClearcoat = mat3(
				vec3( t1Clearcoat.x, 0, t1Clearcoat.y ),
				vec3(             0, 1,             0 ),
				vec3( t1Clearcoat.z, 0, t1Clearcoat.w )
			);
			vec3 fresnelClearcoat = material.clearcoatF0 * t2Clearcoat.x + ( material.clearcoatF90 - material.clearcoatF0 ) * t2Clearcoat.y;
			clearcoatSpecularDirect += lightColor * fresnelClearcoat * LTC_Evaluate( Ncc, viewDir, position, mInvClearcoat, rectCoords );
		#endif
	}
#endif
void RE_Direct_Physical( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	#ifdef USE_CLEARCOAT
		float dotNLcc = saturate( dot( geometryClearcoatNormal, directLight.direction ) );
		vec3 ccIrradiance = dotNLcc * directLight.color;
		clearcoatSpecularDirect += ccIrradiance * BRDF_GGX_Clearcoat( directLight.direction, geometryViewDir, geometryClearcoatNormal, material );
	#endif
	#ifdef USE_SHEEN
 
 		sheenSpecularDirect += irradiance * BRDF_Sheen( directLight.direction, geometryViewDir, geometryNormal, material.sheenColor, material.sheenRoughness );
 
 		float sheenAlbedoV = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
 		float sheenAlbedoL = IBLSheenBRDF( geometryNormal, directLight.direction, material.sheenRoughness );
 
 		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * max( sheenAlbedoV, sheenAlbedoL );
 
 		irradiance *= sheenEnergyComp;
 
 	#endif
	vec3 specularBRDF = BRDF_GGX( directLight.direction, geometryViewDir, geometryNormal, material );
	#ifdef USE_RETROREFLECTION
		vec3 retroViewDir = reflect( - geometryViewDir, geometryNormal );
		vec3 retroSpecularBRDF = BRDF_GGX( directLight.direction, retroViewDir, geometryNormal, material );
		specularBRDF = mix( specularBRDF, retroSpecularBRDF, saturate( material.retroreflectivity ) );
	#endif
	reflectedLight.directSpecular += irradiance * specularBRDF * material.multiScatteringCompensation;
	vec3 halfDir = normalize( directLight.direction + geometryViewDir );
	float dotVH = saturate( dot( geometryViewDir, halfDir ) );
	vec3 F = F_Schlick( material.specularColor, material.specularF90, dotVH );
	#ifdef USE_RETROREFLECTION
		vec3 retroHalfDir = normalize( directLight.direction + retroViewDir );
		float dotRetroVH = saturate( dot( retroViewDir, retroHalfDir ) );
		vec3 retroF = F_Schlick( material.specularColor, material.specularF90, dotRetroVH );
		F = mix( F, retroF, saturate( material.retroreflectivity ) );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		vec3 diffuseBRDF = BRDF_EON( directLight.direction, geometryViewDir, geometryNormal, material.diffuseColor, material.diffuseRoughness ) * ( 1.0 - material.metalness );
	#else
		vec3 diffuseBRDF = BRDF_Lambert( material.diffuseContribution );
	#endif
	reflectedLight.directDiffuse += irradiance * diffuseBRDF * ( 1.0 - F );
}
void RE_IndirectDiffuse_Physical( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 singleScattering = vec3( 0.0 );
	vec3 multiScattering = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScattering, multiScattering );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScattering, multiScattering );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuseAlbedo = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness );
		vec3 diffuse = irradiance * RECIPROCAL_PI * diffuseAlbedo * ( 1.0 - singleScattering - multiScattering );
	#else
		vec3 diffuse = irradiance * BRDF_Lambert( material.diffuseContribution ) * ( 1.0 - singleScattering - multiScattering );
	#endif
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		sheenSpecularIndirect += irradiance * material.sheenColor * sheenAlbedo * RECIPROCAL_PI;
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		diffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectDiffuse += diffuse;
}
void RE_IndirectSpecular_Physical( const in vec3 radiance, const in vec3 irradiance, const in vec3 clearcoatRadiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight) {
	#ifdef USE_CLEARCOAT
		clearcoatSpecularIndirect += clearcoatRadiance * EnvironmentBRDF( geometryClearcoatNormal, geometryViewDir, material.clearcoatF0, material.clearcoatF90, material.clearcoatRoughness );
	#endif
	#ifdef USE_SHEEN
		sheenSpecularIndirect += irradiance * material.sheenColor * IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness ) * RECIPROCAL_PI;
 	#endif
	vec3 singleScatteringDielectric = vec3( 0.0 );
	vec3 multiScatteringDielectric = vec3( 0.0 );
	vec3 singleScatteringMetallic = vec3( 0.0 );
	vec3 multiScatteringMetallic = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscatteringIridescence( material.dfg, material.diffuseColor, material.specularF90, material.iridescence, material.iridescenceF0Metallic, singleScatteringMetallic, multiScatteringMetallic );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscattering( material.dfg, material.diffuseColor, material.specularF90, singleScatteringMetallic, multiScatteringMetallic );
	#endif
	vec3 singleScattering = mix( singleScatteringDielectric, singleScatteringMetallic, material.metalness );
	vec3 multiScattering = mix( multiScatteringDielectric, multiScatteringMetallic, material.metalness );
	vec3 totalScatteringDielectric = singleScatteringDielectric + multiScatteringDielectric;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuse = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness ) * ( 1.0 - totalScatteringDielectric );
	#else
		vec3 diffuse = material.diffuseContribution * ( 1.0 - totalScatteringDielectric );
	#endif
	vec3 cosineWeightedIrradiance = irradiance * RECIPROCAL_PI;
	vec3 indirectSpecular = radiance * singleScattering;
	indirectSpecular += multiScattering * cosineWeightedIrradiance;
	vec3 indirectDiffuse = diffuse * cosineWeightedIrradiance;
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		indirectSpecular *= sheenEnergyComp;
		indirectDiffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectSpecular += indirectSpecular;
	reflectedLight.indirectDiffuse += indirectDiffuse;
}
#define RE_Direct				RE_Direct_Physical
#define RE_Direct_RectArea		RE_Direct_RectArea_Physical
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Physical
#define RE_IndirectSpecular		RE_IndirectSpecular_Physical
float computeSpecularOcclusion( const in float dotNV, const in float ambientOcclusion, const in float roughness ) {
	return saturate( pow( dotNV + ambientOcclusion, exp2( - 16.0 * roughness - 1.0 ) ) - 1.0 + ambientOcclusion );
}`,nb=`
vec3 geometryPosition = - vViewPosition;
vec3 geometryNormal = normal;
vec3 geometryViewDir = ( isOrthographic ) ? vec3( 0, 0, 1 ) : normalize( vViewPosition );
vec3 geometryClearcoatNormal = vec3( 0.0 );
#ifdef USE_CLEARCOAT
	geometryClearcoatNormal = clearcoatNormal;
#endif
#ifdef USE_IRIDESCENCE
	float dotNVi = saturate( dot( normal, geometryViewDir ) );
	if ( material.iridescenceThickness == 0.0 ) {
		material.iridescence = 0.0;
	} else {
		material.iridescence = saturate( material.iridescence );
	}
	if ( material.iridescence > 0.0 ) {
		vec3 iridescenceFresnelDielectric = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.specularColor );
		vec3 iridescenceFresnelMetallic = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.diffuseColor );
		material.iridescenceFresnel = mix( iridescenceFresnelDielectric, iridescenceFresnelMetallic, material.metalness );
		material.iridescenceF0Dielectric = Schlick_to_F0( iridescenceFresnelDielectric, 1.0, dotNVi );
		material.iridescenceF0Metallic = Schlick_to_F0( iridescenceFresnelMetallic, 1.0, dotNVi );
	}
#endif
#ifdef STANDARD
	float dotNVms = saturate( dot( geometryNormal, geometryViewDir ) );
	material.dfg = texture2D( dfgLUT, vec2( material.roughness, dotNVms ) ).rg;
	#if ( NUM_SUN_LIGHTS > 0 || NUM_DIR_LIGHTS > 0 || NUM_POINT_LIGHTS > 0 || NUM_SPOT_LIGHTS > 0 )
		float EssMs = material.dfg.x + material.dfg.y;
		material.multiScatteringCompensation = 1.0 + material.specularColorBlended * ( 1.0 / EssMs - 1.0 );
	#endif
#endif
IncidentLight directLight;
#if ( NUM_POINT_LIGHTS > 0 ) && defined( RE_Direct )
	PointLight pointLight;
	#if defined( USE_SHADOWMAP ) && NUM_POINT_LIGHT_SHADOWS > 0
	PointLightShadow pointLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHTS; i ++ ) {
		pointLight = pointLights[ i ];
		getPointLightInfo( pointLight, geometryPosition, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_POINT_LIGHT_SHADOWS ) && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
		pointLightShadow = pointLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getPointShadow( pointShadowMap[ i ], pointLightShadow.shadowMapSize, pointLightShadow.shadowIntensity, pointLightShadow.shadowBias, pointLightShadow.shadowRadius, vPointShadowCoord[ i ], pointLightShadow.shadowCameraNear, pointLightShadow.shadowCameraFar ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SPOT_LIGHTS > 0 ) && defined( RE_Direct )
	SpotLight spotLight;
	vec4 spotColor;
	vec3 spotLightCoord;
	bool inSpotLightMap;
	#if defined( USE_SHADOWMAP ) && NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHTS; i ++ ) {
		spotLight = spotLights[ i ];
		getSpotLightInfo( spotLight, geometryPosition, directLight );
		#if ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#define SPOT_LIGHT_MAP_INDEX UNROLLED_LOOP_INDEX
		#elif ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		#define SPOT_LIGHT_MAP_INDEX NUM_SPOT_LIGHT_MAPS
		#else
		#define SPOT_LIGHT_MAP_INDEX ( UNROLLED_LOOP_INDEX - NUM_SPOT_LIGHT_SHADOWS + NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#endif
		#if ( SPOT_LIGHT_MAP_INDEX < NUM_SPOT_LIGHT_MAPS )
			spotLightCoord = vSpotLightCoord[ i ].xyz / vSpotLightCoord[ i ].w;
			inSpotLightMap = all( lessThan( abs( spotLightCoord * 2. - 1. ), vec3( 1.0 ) ) );
			spotColor = texture2D( spotLightMap[ SPOT_LIGHT_MAP_INDEX ], spotLightCoord.xy );
			directLight.color = inSpotLightMap ? directLight.color * spotColor.rgb : directLight.color;
		#endif
		#undef SPOT_LIGHT_MAP_INDEX
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		spotLightShadow = spotLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( spotShadowMap[ i ], spotLightShadow.shadowMapSize, spotLightShadow.shadowIntensity, spotLightShadow.shadowBias, spotLightShadow.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SUN_LIGHTS > 0 ) && defined( RE_Direct )
	SunLight sunLight;
	#if defined( USE_SHADOWMAP ) && NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHTS; i ++ ) {
		sunLight = sunLights[ i ];
		getSunLightInfo( sunLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SUN_LIGHT_SHADOWS )
		sunLightShadow = sunLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getSunShadow( sunShadowMap[ i ], sunLightShadow, UNROLLED_LOOP_INDEX ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_DIR_LIGHTS > 0 ) && defined( RE_Direct )
	DirectionalLight directionalLight;
	#if defined( USE_SHADOWMAP ) && NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHTS; i ++ ) {
		directionalLight = directionalLights[ i ];
		getDirectionalLightInfo( directionalLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_DIR_LIGHT_SHADOWS )
		directionalLightShadow = directionalLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( directionalShadowMap[ i ], directionalLightShadow.shadowMapSize, directionalLightShadow.shadowIntensity, directionalLightShadow.shadowBias, directionalLightShadow.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_RECT_AREA_LIGHTS > 0 ) && defined( RE_Direct_RectArea )
	RectAreaLight rectAreaLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_RECT_AREA_LIGHTS; i ++ ) {
		rectAreaLight = rectAreaLights[ i ];
		RE_Direct_RectArea( rectAreaLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if defined( RE_IndirectDiffuse )
	vec3 iblIrradiance = vec3( 0.0 );
	vec3 irradiance = getAmbientLightIrradiance( ambientLightColor );
	#if defined( USE_LIGHT_PROBES )
		irradiance += getLightProbeIrradiance( lightProbe, geometryNormal );
	#endif
	#if ( NUM_HEMI_LIGHTS > 0 )
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_HEMI_LIGHTS; i ++ ) {
			irradiance += getHemisphereLightIrradiance( hemisphereLights[ i ], geometryNormal );
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_LIGHT_PROBE_GRIDS > 0
		vec3 probeWorldPos = ( ( vec4( geometryPosition, 1.0 ) - viewMatrix[ 3 ] ) * viewMatrix ).xyz;
		vec3 probeWorldNormal = transformNormalByInverseViewMatrix( geometryNormal, viewMatrix );
		int probeGrid = - 1;
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( isInsideLightProbeGrid( probeWorldPos, probeWorldNormal, probesMin[ i ], probesMax[ i ], probesResolution[ i ] ) ) probeGrid = UNROLLED_LOOP_INDEX;
		}
		#pragma unroll_loop_end
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( probeGrid == UNROLLED_LOOP_INDEX ) irradiance += getLightProbeGridIrradiance( probesSH[ i ], probesMin[ i ], probesMax[ i ], probesResolution[ i ], probeWorldPos, probeWorldNormal );
		}
		#pragma unroll_loop_end
	#endif
#endif
#if defined( RE_IndirectSpecular )
	vec3 radiance = vec3( 0.0 );
	vec3 clearcoatRadiance = vec3( 0.0 );
#endif`,ib=`#if defined( RE_IndirectDiffuse )
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		vec3 lightMapIrradiance = lightMapTexel.rgb * lightMapIntensity;
		irradiance += lightMapIrradiance;
	#endif
	#if defined( USE_ENVMAP ) && defined( ENVMAP_TYPE_PMREM )
		#if defined( STANDARD ) || defined( LAMBERT ) || defined( PHONG )
			iblIrradiance += getIBLIrradiance( geometryNormal );
		#endif
	#endif
#endif
#if defined( USE_ENVMAP ) && defined( RE_IndirectSpecular )
	#ifdef USE_ANISOTROPY
		vec3 iblRadiance = getIBLAnisotropyRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
	#else
		vec3 iblRadiance = getIBLRadiance( geometryViewDir, geometryNormal, material.roughness );
	#endif
	#ifdef USE_RETROREFLECTION
		#ifdef USE_ANISOTROPY
			vec3 retroIBLRadiance = getIBLAnisotropyRetroRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
		#else
			vec3 retroIBLRadiance = getIBLRetroRadiance( geometryViewDir, geometryNormal, material.roughness );
		#endif
		iblRadiance = mix( iblRadiance, retroIBLRadiance, saturate( material.retroreflectivity ) );
	#endif
	radiance += iblRadiance;
	#ifdef USE_CLEARCOAT
		clearcoatRadiance += getIBLRadiance( geometryViewDir, geometryClearcoatNormal, material.clearcoatRoughness );
	#endif
#endif`,sb=`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,rb=`#if NUM_LIGHT_PROBE_GRIDS > 0
uniform highp sampler3D probesSH[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMin[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMax[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesResolution[ NUM_LIGHT_PROBE_GRIDS ];
bool isInsideLightProbeGrid( vec3 worldPos, vec3 worldNormal, vec3 probesMin, vec3 probesMax, vec3 probesResolution ) {
	vec3 spacing = ( probesMax - probesMin ) / probesResolution;
	vec3 samplePos = worldPos + worldNormal * spacing * 0.5;
	vec3 margin = spacing * 0.01;
	return all( greaterThanEqual( samplePos, probesMin - margin ) ) && all( lessThanEqual( samplePos, probesMax + margin ) );
}
vec3 getLightProbeGridIrradiance( highp sampler3D probesSH, vec3 probesMin, vec3 probesMax, vec3 probesResolution, vec3 worldPos, vec3 worldNormal ) {
	vec3 res = probesResolution;
	vec3 gridRange = probesMax - probesMin;
	vec3 probeSpacing = gridRange / res;
	vec3 samplePos = worldPos + worldNormal * probeSpacing * 0.5;
	vec3 uvw = clamp( ( samplePos - probesMin ) / gridRange, 0.5 / res, 1.0 - 0.5 / res );
	float nz          = res.z;
	float paddedSlices = nz + 2.0;
	float atlasDepth  = 7.0 * paddedSlices;
	float uvZBase     = uvw.z * nz + 1.0;
	vec4 s0 = texture( probesSH, vec3( uvw.xy, ( uvZBase                       ) / atlasDepth ) );
	vec4 s1 = texture( probesSH, vec3( uvw.xy, ( uvZBase +       paddedSlices   ) / atlasDepth ) );
	vec4 s2 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 2.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s3 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 3.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s4 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 4.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s5 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 5.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s6 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 6.0 * paddedSlices   ) / atlasDepth ) );
	vec3 c0 = s0.xyz;
	vec3 c1 = vec3( s0.w, s1.xy );
	vec3 c2 = vec3( s1.zw, s2.x );
	vec3 c3 = s2.yzw;
	vec3 c4 = s3.xyz;
	vec3 c5 = vec3( s3.w, s4.xy );
	vec3 c6 = vec3( s4.zw, s5.x );
	vec3 c7 = s5.yzw;
	vec3 c8 = s6.xyz;
	float x = worldNormal.x, y = worldNormal.y, z = worldNormal.z;
	vec3 result = c0 * 0.886227;
	result += c1 * 2.0 * 0.511664 * y;
	result += c2 * 2.0 * 0.511664 * z;
	result += c3 * 2.0 * 0.511664 * x;
	result += c4 * 2.0 * 0.429043 * x * y;
	result += c5 * 2.0 * 0.429043 * y * z;
	result += c6 * ( 0.743125 * z * z - 0.247708 );
	result += c7 * 2.0 * 0.429043 * x * z;
	result += c8 * 0.429043 * ( x * x - y * y );
	return max( result, vec3( 0.0 ) );
}
#endif`,ob=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,ab=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,lb=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,cb=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,hb=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,ub=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,db=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
	#if defined( USE_POINTS_UV )
		vec2 uv = vUv;
	#else
		vec2 uv = ( uvTransform * vec3( gl_PointCoord.x, 1.0 - gl_PointCoord.y, 1 ) ).xy;
	#endif
#endif
#ifdef USE_MAP
	diffuseColor *= texture2D( map, uv );
#endif
#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, uv ).g;
#endif`,fb=`#if defined( USE_POINTS_UV )
	varying vec2 vUv;
#else
	#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
		uniform mat3 uvTransform;
	#endif
#endif
#ifdef USE_MAP
	uniform sampler2D map;
#endif
#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,pb=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,mb=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,gb=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,_b=`#if defined( USE_MORPHCOLORS )
	#if defined( USE_COLOR_ALPHA )
		vColor *= morphTargetBaseInfluence;
	#elif defined( USE_COLOR )
		vColor.rgb *= morphTargetBaseInfluence;
	#endif
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		#if defined( USE_COLOR_ALPHA )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor += getMorph( gl_VertexID, i, 2 ) * morphTargetInfluences[ i ];
		#elif defined( USE_COLOR )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor.rgb += getMorph( gl_VertexID, i, 2 ).rgb * morphTargetInfluences[ i ];
		#endif
	}
#endif`,xb=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,yb=`#ifdef USE_MORPHTARGETS
	#ifndef USE_INSTANCING_MORPH
		uniform float morphTargetBaseInfluence;
		uniform float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	#endif
	uniform sampler2DArray morphTargetsTexture;
	uniform ivec2 morphTargetsTextureSize;
	vec4 getMorph( const in int vertexIndex, const in int morphTargetIndex, const in int offset ) {
		int texelIndex = vertexIndex * MORPHTARGETS_TEXTURE_STRIDE + offset;
		int y = texelIndex / morphTargetsTextureSize.x;
		int x = texelIndex - y * morphTargetsTextureSize.x;
		ivec3 morphUV = ivec3( x, y, morphTargetIndex );
		return texelFetch( morphTargetsTexture, morphUV, 0 );
	}
#endif`,vb=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,Sb=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
#ifdef FLAT_SHADED
	vec3 fdx = dFdx( vViewPosition );
	vec3 fdy = dFdy( vViewPosition );
	vec3 normal = normalize( cross( fdx, fdy ) );
#else
	vec3 normal = normalize( vNormal );
	#ifdef DOUBLE_SIDED
		normal *= faceDirection;
	#endif
#endif
#if defined( USE_NORMALMAP_TANGENTSPACE ) || defined( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY )
	#ifdef USE_TANGENT
		mat3 tbn = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn = getTangentFrame( - vViewPosition, normal,
		#if defined( USE_NORMALMAP )
			vNormalMapUv
		#elif defined( USE_CLEARCOAT_NORMALMAP )
			vClearcoatNormalMapUv
		#else
			vUv
		#endif
		);
	#endif
	#ifdef DOUBLE_SIDED
		tbn[0] *= faceDirection;
		tbn[1] *= faceDirection;
	#endif
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	#ifdef USE_TANGENT
		mat3 tbn2 = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn2 = getTangentFrame( - vViewPosition, normal, vClearcoatNormalMapUv );
	#endif
	#ifdef DOUBLE_SIDED
		tbn2[0] *= faceDirection;
		tbn2[1] *= faceDirection;
	#endif
#endif
vec3 nonPerturbedNormal = normal;`,bb=`#ifdef USE_NORMALMAP_OBJECTSPACE
	normal = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#ifdef FLIP_SIDED
		normal = - normal;
	#endif
	#ifdef DOUBLE_SIDED
		normal = normal * faceDirection;
	#endif
	normal = normalize( normalMatrix * normal );
#elif defined( USE_NORMALMAP_TANGENTSPACE )
	vec3 mapN = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#if defined( USE_PACKED_NORMALMAP )
		mapN = vec3( mapN.xy, sqrt( saturate( 1.0 - dot( mapN.xy, mapN.xy ) ) ) );
	#endif
	mapN.xy *= normalScale;
	normal = normalize( tbn * mapN );
#elif defined( USE_BUMPMAP )
	normal = perturbNormalArb( - vViewPosition, normal, dHdxy_fwd(), faceDirection );
#endif`,Mb=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,wb=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,Tb=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,Eb=`#ifdef USE_NORMALMAP
	uniform sampler2D normalMap;
	uniform vec2 normalScale;
#endif
#ifdef USE_NORMALMAP_OBJECTSPACE
	uniform mat3 normalMatrix;
#endif
#if ! defined ( USE_TANGENT ) && ( defined ( USE_NORMALMAP_TANGENTSPACE ) || defined ( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY ) )
	mat3 getTangentFrame( vec3 eye_pos, vec3 surf_norm, vec2 uv ) {
		vec3 q0 = dFdx( eye_pos.xyz );
		vec3 q1 = dFdy( eye_pos.xyz );
		vec2 st0 = dFdx( uv.st );
		vec2 st1 = dFdy( uv.st );
		vec3 N = surf_norm;
		vec3 q1perp = cross( q1, N );
		vec3 q0perp = cross( N, q0 );
		vec3 T = q1perp * st0.x + q0perp * st1.x;
		vec3 B = q1perp * st0.y + q0perp * st1.y;
		float det = max( dot( T, T ), dot( B, B ) );
		float scale = ( det == 0.0 ) ? 0.0 : inversesqrt( det );
		return mat3( T * scale, B * scale, N );
	}
#endif`,Ab=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,Cb=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,Rb=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,Pb=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,Ib=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,Lb=`vec3 packNormalToRGB( const in vec3 normal ) {
	return normalize( normal ) * 0.5 + 0.5;
}
vec3 unpackRGBToNormal( const in vec3 rgb ) {
	return 2.0 * rgb.xyz - 1.0;
}
const float PackUpscale = 256. / 255.;const float UnpackDownscale = 255. / 256.;const float ShiftRight8 = 1. / 256.;
const float Inv255 = 1. / 255.;
const vec4 PackFactors = vec4( 1.0, 256.0, 256.0 * 256.0, 256.0 * 256.0 * 256.0 );
const vec2 UnpackFactors2 = vec2( UnpackDownscale, 1.0 / PackFactors.g );
const vec3 UnpackFactors3 = vec3( UnpackDownscale / PackFactors.rg, 1.0 / PackFactors.b );
const vec4 UnpackFactors4 = vec4( UnpackDownscale / PackFactors.rgb, 1.0 / PackFactors.a );
vec4 packDepthToRGBA( const in float v ) {
	if( v <= 0.0 )
		return vec4( 0., 0., 0., 0. );
	if( v >= 1.0 )
		return vec4( 1., 1., 1., 1. );
	float vuf;
	float af = modf( v * PackFactors.a, vuf );
	float bf = modf( vuf * ShiftRight8, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec4( vuf * Inv255, gf * PackUpscale, bf * PackUpscale, af );
}
vec3 packDepthToRGB( const in float v ) {
	if( v <= 0.0 )
		return vec3( 0., 0., 0. );
	if( v >= 1.0 )
		return vec3( 1., 1., 1. );
	float vuf;
	float bf = modf( v * PackFactors.b, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec3( vuf * Inv255, gf * PackUpscale, bf );
}
vec2 packDepthToRG( const in float v ) {
	if( v <= 0.0 )
		return vec2( 0., 0. );
	if( v >= 1.0 )
		return vec2( 1., 1. );
	float vuf;
	float gf = modf( v * 256., vuf );
	return vec2( vuf * Inv255, gf );
}
float unpackRGBAToDepth( const in vec4 v ) {
	return dot( v, UnpackFactors4 );
}
float unpackRGBToDepth( const in vec3 v ) {
	return dot( v, UnpackFactors3 );
}
float unpackRGToDepth( const in vec2 v ) {
	return v.r * UnpackFactors2.r + v.g * UnpackFactors2.g;
}
vec4 pack2HalfToRGBA( const in vec2 v ) {
	vec4 r = vec4( v.x, fract( v.x * 255.0 ), v.y, fract( v.y * 255.0 ) );
	return vec4( r.x - r.y / 255.0, r.y, r.z - r.w / 255.0, r.w );
}
vec2 unpackRGBATo2Half( const in vec4 v ) {
	return vec2( v.x + ( v.y / 255.0 ), v.z + ( v.w / 255.0 ) );
}
float viewZToOrthographicDepth( const in float viewZ, const in float near, const in float far ) {
	return ( viewZ + near ) / ( near - far );
}
float orthographicDepthToViewZ( const in float depth, const in float near, const in float far ) {
	#ifdef USE_REVERSED_DEPTH_BUFFER
	
		return depth * ( far - near ) - far;
	#else
		return depth * ( near - far ) - near;
	#endif
}
float viewZToPerspectiveDepth( const in float viewZ, const in float near, const in float far ) {
	return ( ( near + viewZ ) * far ) / ( ( far - near ) * viewZ );
}
float perspectiveDepthToViewZ( const in float depth, const in float near, const in float far ) {
	
	#ifdef USE_REVERSED_DEPTH_BUFFER
		return ( near * far ) / ( ( near - far ) * depth - near );
	#else
		return ( near * far ) / ( ( far - near ) * depth - far );
	#endif
}`,Db=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,Nb=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,Ub=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,Ob=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,Fb=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,Bb=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,kb=`#if NUM_SPOT_LIGHT_COORDS > 0
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#if NUM_SPOT_LIGHT_MAPS > 0
	uniform sampler2D spotLightMap[ NUM_SPOT_LIGHT_MAPS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		#define SUN_LIGHT_CASCADES 2
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#else
			uniform sampler2D sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#endif
		uniform mat4 sunShadowMatrix[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		uniform vec4 sunShadowCascade[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
		struct SunLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SunLightShadow sunLightShadows[ NUM_SUN_LIGHT_SHADOWS ];
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#else
			uniform sampler2D directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#endif
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#else
			uniform sampler2D spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#endif
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform samplerCubeShadow pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#elif defined( SHADOWMAP_TYPE_BASIC )
			uniform samplerCube pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#endif
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float interleavedGradientNoise( vec2 position ) {
			return fract( 52.9829189 * fract( dot( position, vec2( 0.06711056, 0.00583715 ) ) ) );
		}
		vec2 vogelDiskSample( int sampleIndex, int samplesCount, float phi ) {
			const float goldenAngle = 2.399963229728653;
			float r = sqrt( ( float( sampleIndex ) + 0.5 ) / float( samplesCount ) );
			float theta = float( sampleIndex ) * goldenAngle + phi;
			return vec2( cos( theta ), sin( theta ) ) * r;
		}
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float getShadow( sampler2DShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 texelSize = vec2( 1.0 ) / shadowMapSize;
				vec2 radius = shadowRadius * texelSize;
				float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
				shadow = (
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 0, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 1, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 2, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 3, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 4, 5, phi ) * radius, shadowCoord.z ) )
				) * 0.2;
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#elif defined( SHADOWMAP_TYPE_VSM )
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 distribution = texture2D( shadowMap, shadowCoord.xy ).rg;
				float mean = distribution.x;
				float variance = distribution.y * distribution.y;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					float hard_shadow = step( mean, shadowCoord.z );
				#else
					float hard_shadow = step( shadowCoord.z, mean );
				#endif
				
				if ( hard_shadow == 1.0 ) {
					shadow = 1.0;
				} else {
					variance = max( variance, 0.0000001 );
					float d = shadowCoord.z - mean;
					float p_max = variance / ( variance + d * d );
					p_max = clamp( ( p_max - 0.3 ) / 0.65, 0.0, 1.0 );
					shadow = max( hard_shadow, p_max );
				}
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#else
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				float depth = texture2D( shadowMap, shadowCoord.xy ).r;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					shadow = step( depth, shadowCoord.z );
				#else
					shadow = step( shadowCoord.z, depth );
				#endif
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#endif
	#if NUM_SUN_LIGHT_SHADOWS > 0
		float getSunShadow(
			#if defined( SHADOWMAP_TYPE_PCF )
				sampler2DShadow shadowMap,
			#else
				sampler2D shadowMap,
			#endif
			SunLightShadow sunLightShadow,
			int shadowIndex
		) {
			vec4 shadowWorldPosition = vec4( vSunShadowWorldPosition.xyz + vSunShadowWorldNormal * sunLightShadow.shadowNormalBias, 1.0 );
			float viewDepth = vSunShadowWorldPosition.w;
			int cascadeOffset = shadowIndex * SUN_LIGHT_CASCADES;
			float shadow = 1.0;
			for ( int i = SUN_LIGHT_CASCADES - 1; i >= 0; i -- ) {
				vec4 cascade = sunShadowCascade[ cascadeOffset + i ];
				if ( viewDepth >= cascade.x && viewDepth < cascade.y ) {
					float cascadeShadow = getShadow(
						shadowMap,
						sunLightShadow.shadowMapSize,
						sunLightShadow.shadowIntensity,
						sunLightShadow.shadowBias,
						sunLightShadow.shadowRadius,
						sunShadowMatrix[ cascadeOffset + i ] * shadowWorldPosition
					);
					shadow = mix( cascadeShadow, shadow, smoothstep( cascade.z, cascade.y, viewDepth ) );
				}
			}
			return shadow;
		}
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
	#if defined( SHADOWMAP_TYPE_PCF )
	float getPointShadow( samplerCubeShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 bd3D = normalize( lightToPosition );
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float lightDistance = length( lightToPosition );
			float depthRange = shadowCameraFar - shadowCameraNear;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				float depthA = - shadowCameraNear / depthRange - shadowBias;
				float depthB = shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#else
				float depthA = shadowCameraFar / depthRange + shadowBias;
				float depthB = - shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#endif
			float texelSize = shadowRadius / shadowMapSize.x;
			vec3 absDir = abs( bd3D );
			vec3 tangent = absDir.x > absDir.z ? vec3( 0.0, 1.0, 0.0 ) : vec3( 1.0, 0.0, 0.0 );
			tangent = normalize( cross( bd3D, tangent ) );
			vec3 bitangent = cross( bd3D, tangent );
			float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
			shadow = 0.0;
			for ( int i = 0; i < 5; i ++ ) {
				vec2 offset = vogelDiskSample( i, 5, phi );
				vec3 direction = bd3D + ( tangent * offset.x + bitangent * offset.y ) * texelSize;
				vec3 absDirection = abs( direction );
				float dp = depthA + depthB / max( max( absDirection.x, absDirection.y ), absDirection.z );
				shadow += texture( shadowMap, vec4( direction, dp ) );
			}
			shadow *= 0.2;
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#elif defined( SHADOWMAP_TYPE_BASIC )
	float getPointShadow( samplerCube shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float dp = ( shadowCameraFar * ( viewSpaceZ - shadowCameraNear ) ) / ( viewSpaceZ * ( shadowCameraFar - shadowCameraNear ) );
			dp += shadowBias;
			vec3 bd3D = normalize( lightToPosition );
			float depth = textureCube( shadowMap, bd3D ).r;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				depth = 1.0 - depth;
			#endif
			shadow = step( dp, depth );
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#endif
	#endif
#endif`,zb=`#if NUM_SPOT_LIGHT_COORDS > 0
	uniform mat4 spotLightMatrix[ NUM_SPOT_LIGHT_COORDS ];
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		uniform mat4 directionalShadowMatrix[ NUM_DIR_LIGHT_SHADOWS ];
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		uniform mat4 pointShadowMatrix[ NUM_POINT_LIGHT_SHADOWS ];
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
#endif`,Vb=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
	#ifdef HAS_NORMAL
		vec3 shadowWorldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
	#else
		vec3 shadowWorldNormal = vec3( 0.0 );
	#endif
	vec4 shadowWorldPosition;
#endif
#if defined( USE_SHADOWMAP )
	#if NUM_SUN_LIGHT_SHADOWS > 0
		vSunShadowWorldPosition = vec4( worldPosition.xyz, - mvPosition.z );
		vSunShadowWorldNormal = shadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * directionalLightShadows[ i ].shadowNormalBias, 0 );
			vDirectionalShadowCoord[ i ] = directionalShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * pointLightShadows[ i ].shadowNormalBias, 0 );
			vPointShadowCoord[ i ] = pointShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
#endif
#if NUM_SPOT_LIGHT_COORDS > 0
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_COORDS; i ++ ) {
		shadowWorldPosition = worldPosition;
		#if ( defined( USE_SHADOWMAP ) && UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
			shadowWorldPosition.xyz += shadowWorldNormal * spotLightShadows[ i ].shadowNormalBias;
		#endif
		vSpotLightCoord[ i ] = spotLightMatrix[ i ] * shadowWorldPosition;
	}
	#pragma unroll_loop_end
#endif`,Gb=`float getShadowMask() {
	float shadow = 1.0;
	#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHT_SHADOWS; i ++ ) {
		sunLight = sunLightShadows[ i ];
		shadow *= receiveShadow ? getSunShadow( sunShadowMap[ i ], sunLight, UNROLLED_LOOP_INDEX ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
		directionalLight = directionalLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( directionalShadowMap[ i ], directionalLight.shadowMapSize, directionalLight.shadowIntensity, directionalLight.shadowBias, directionalLight.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_SHADOWS; i ++ ) {
		spotLight = spotLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( spotShadowMap[ i ], spotLight.shadowMapSize, spotLight.shadowIntensity, spotLight.shadowBias, spotLight.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0 && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
	PointLightShadow pointLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
		pointLight = pointLightShadows[ i ];
		shadow *= receiveShadow ? getPointShadow( pointShadowMap[ i ], pointLight.shadowMapSize, pointLight.shadowIntensity, pointLight.shadowBias, pointLight.shadowRadius, vPointShadowCoord[ i ], pointLight.shadowCameraNear, pointLight.shadowCameraFar ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#endif
	return shadow;
}`,Hb=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,Wb=`#ifdef USE_SKINNING
	uniform mat4 bindMatrix;
	uniform mat4 bindMatrixInverse;
	uniform highp sampler2D boneTexture;
	mat4 getBoneMatrix( const in float i ) {
		int size = textureSize( boneTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( boneTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( boneTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( boneTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( boneTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
#endif`,Xb=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,qb=`#ifdef USE_SKINNING
	mat4 skinMatrix = mat4( 0.0 );
	skinMatrix += skinWeight.x * boneMatX;
	skinMatrix += skinWeight.y * boneMatY;
	skinMatrix += skinWeight.z * boneMatZ;
	skinMatrix += skinWeight.w * boneMatW;
	skinMatrix = bindMatrixInverse * skinMatrix * bindMatrix;
	objectNormal = vec4( skinMatrix * vec4( objectNormal, 0.0 ) ).xyz;
	#ifdef USE_TANGENT
		objectTangent = vec4( skinMatrix * vec4( objectTangent, 0.0 ) ).xyz;
	#endif
#endif`,Yb=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,$b=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,Zb=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,Jb=`#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
uniform float toneMappingExposure;
vec3 LinearToneMapping( vec3 color ) {
	return saturate( toneMappingExposure * color );
}
vec3 ReinhardToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	return saturate( color / ( vec3( 1.0 ) + color ) );
}
vec3 CineonToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	color = max( vec3( 0.0 ), color - 0.004 );
	return pow( ( color * ( 6.2 * color + 0.5 ) ) / ( color * ( 6.2 * color + 1.7 ) + 0.06 ), vec3( 2.2 ) );
}
vec3 RRTAndODTFit( vec3 v ) {
	vec3 a = v * ( v + 0.0245786 ) - 0.000090537;
	vec3 b = v * ( 0.983729 * v + 0.4329510 ) + 0.238081;
	return a / b;
}
vec3 ACESFilmicToneMapping( vec3 color ) {
	const mat3 ACESInputMat = mat3(
		vec3( 0.59719, 0.07600, 0.02840 ),		vec3( 0.35458, 0.90834, 0.13383 ),
		vec3( 0.04823, 0.01566, 0.83777 )
	);
	const mat3 ACESOutputMat = mat3(
		vec3(  1.60475, -0.10208, -0.00327 ),		vec3( -0.53108,  1.10813, -0.07276 ),
		vec3( -0.07367, -0.00605,  1.07602 )
	);
	color *= toneMappingExposure / 0.6;
	color = ACESInputMat * color;
	color = RRTAndODTFit( color );
	color = ACESOutputMat * color;
	return saturate( color );
}
const mat3 LINEAR_REC2020_TO_LINEAR_SRGB = mat3(
	vec3( 1.6605, - 0.1246, - 0.0182 ),
	vec3( - 0.5876, 1.1329, - 0.1006 ),
	vec3( - 0.0728, - 0.0083, 1.1187 )
);
const mat3 LINEAR_SRGB_TO_LINEAR_REC2020 = mat3(
	vec3( 0.6274, 0.0691, 0.0164 ),
	vec3( 0.3293, 0.9195, 0.0880 ),
	vec3( 0.0433, 0.0113, 0.8956 )
);
vec3 agxDefaultContrastApprox( vec3 x ) {
	vec3 x2 = x * x;
	vec3 x4 = x2 * x2;
	return + 15.5 * x4 * x2
		- 40.14 * x4 * x
		+ 31.96 * x4
		- 6.868 * x2 * x
		+ 0.4298 * x2
		+ 0.1191 * x
		- 0.00232;
}
vec3 AgXToneMapping( vec3 color ) {
	const mat3 AgXInsetMatrix = mat3(
		vec3( 0.856627153315983, 0.137318972929847, 0.11189821299995 ),
		vec3( 0.0951212405381588, 0.761241990602591, 0.0767994186031903 ),
		vec3( 0.0482516061458583, 0.101439036467562, 0.811302368396859 )
	);
	const mat3 AgXOutsetMatrix = mat3(
		vec3( 1.1271005818144368, - 0.1413297634984383, - 0.14132976349843826 ),
		vec3( - 0.11060664309660323, 1.157823702216272, - 0.11060664309660294 ),
		vec3( - 0.016493938717834573, - 0.016493938717834257, 1.2519364065950405 )
	);
	const float AgxMinEv = - 12.47393;	const float AgxMaxEv = 4.026069;
	color *= toneMappingExposure;
	color = LINEAR_SRGB_TO_LINEAR_REC2020 * color;
	color = AgXInsetMatrix * color;
	color = max( color, 1e-10 );	color = log2( color );
	color = ( color - AgxMinEv ) / ( AgxMaxEv - AgxMinEv );
	color = clamp( color, 0.0, 1.0 );
	color = agxDefaultContrastApprox( color );
	color = AgXOutsetMatrix * color;
	color = pow( max( vec3( 0.0 ), color ), vec3( 2.2 ) );
	color = LINEAR_REC2020_TO_LINEAR_SRGB * color;
	color = clamp( color, 0.0, 1.0 );
	return color;
}
vec3 NeutralToneMapping( vec3 color ) {
	const float StartCompression = 0.8 - 0.04;
	const float Desaturation = 0.15;
	color *= toneMappingExposure;
	float x = min( color.r, min( color.g, color.b ) );
	float offset = x < 0.08 ? x - 6.25 * x * x : 0.04;
	color -= offset;
	float peak = max( color.r, max( color.g, color.b ) );
	if ( peak < StartCompression ) return color;
	float d = 1. - StartCompression;
	float newPeak = 1. - d * d / ( peak + d - StartCompression );
	color *= newPeak / peak;
	float g = 1. - 1. / ( Desaturation * ( peak - newPeak ) + 1. );
	return mix( color, vec3( newPeak ), g );
}
vec3 CustomToneMapping( vec3 color ) { return color; }`,Kb=`#ifdef USE_TRANSMISSION
	material.transmission = transmission;
	material.transmissionAlpha = 1.0;
	material.thickness = thickness;
	material.attenuationDistance = attenuationDistance;
	material.attenuationColor = attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		material.transmission *= texture2D( transmissionMap, vTransmissionMapUv ).r;
	#endif
	#ifdef USE_THICKNESSMAP
		material.thickness *= texture2D( thicknessMap, vThicknessMapUv ).g;
	#endif
	vec3 pos = vWorldPosition;
	vec3 v = normalize( cameraPosition - pos );
	vec3 n = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec4 transmitted = getIBLVolumeRefraction(
		n, v, material.roughness, material.diffuseContribution, material.specularColorBlended, material.specularF90,
		pos, modelMatrix, viewMatrix, projectionMatrix, material.dispersion, material.ior, material.thickness,
		material.attenuationColor, material.attenuationDistance );
	material.transmissionAlpha = mix( material.transmissionAlpha, transmitted.a, material.transmission );
	totalDiffuse = mix( totalDiffuse, transmitted.rgb, material.transmission );
#endif`,jb=`#ifdef USE_TRANSMISSION
	uniform float transmission;
	uniform float thickness;
	uniform float attenuationDistance;
	uniform vec3 attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		uniform sampler2D transmissionMap;
	#endif
	#ifdef USE_THICKNESSMAP
		uniform sampler2D thicknessMap;
	#endif
	uniform vec2 transmissionSamplerSize;
	uniform sampler2D transmissionSamplerMap;
	uniform mat4 modelMatrix;
	uniform mat4 projectionMatrix;
	varying vec3 vWorldPosition;
	float w0( float a ) {
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - a + 3.0 ) - 3.0 ) + 1.0 );
	}
	float w1( float a ) {
		return ( 1.0 / 6.0 ) * ( a *  a * ( 3.0 * a - 6.0 ) + 4.0 );
	}
	float w2( float a ){
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - 3.0 * a + 3.0 ) + 3.0 ) + 1.0 );
	}
	float w3( float a ) {
		return ( 1.0 / 6.0 ) * ( a * a * a );
	}
	float g0( float a ) {
		return w0( a ) + w1( a );
	}
	float g1( float a ) {
		return w2( a ) + w3( a );
	}
	float h0( float a ) {
		return - 1.0 + w1( a ) / ( w0( a ) + w1( a ) );
	}
	float h1( float a ) {
		return 1.0 + w3( a ) / ( w2( a ) + w3( a ) );
	}
	vec4 bicubic( sampler2D tex, vec2 uv, vec4 texelSize, float lod ) {
		uv = uv * texelSize.zw + 0.5;
		vec2 iuv = floor( uv );
		vec2 fuv = fract( uv );
		float g0x = g0( fuv.x );
		float g1x = g1( fuv.x );
		float h0x = h0( fuv.x );
		float h1x = h1( fuv.x );
		float h0y = h0( fuv.y );
		float h1y = h1( fuv.y );
		vec2 p0 = ( vec2( iuv.x + h0x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p1 = ( vec2( iuv.x + h1x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p2 = ( vec2( iuv.x + h0x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		vec2 p3 = ( vec2( iuv.x + h1x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		return g0( fuv.y ) * ( g0x * textureLod( tex, p0, lod ) + g1x * textureLod( tex, p1, lod ) ) +
			g1( fuv.y ) * ( g0x * textureLod( tex, p2, lod ) + g1x * textureLod( tex, p3, lod ) );
	}
	vec4 textureBicubic( sampler2D sampler, vec2 uv, float lod ) {
		vec2 fLodSize = vec2( textureSize( sampler, int( lod ) ) );
		vec2 cLodSize = vec2( textureSize( sampler, int( lod + 1.0 ) ) );
		vec2 fLodSizeInv = 1.0 / fLodSize;
		vec2 cLodSizeInv = 1.0 / cLodSize;
		vec4 fSample = bicubic( sampler, uv, vec4( fLodSizeInv, fLodSize ), floor( lod ) );
		vec4 cSample = bicubic( sampler, uv, vec4( cLodSizeInv, cLodSize ), ceil( lod ) );
		return mix( fSample, cSample, fract( lod ) );
	}
	vec3 getVolumeTransmissionRay( const in vec3 n, const in vec3 v, const in float thickness, const in float ior, const in mat4 modelMatrix ) {
		vec3 refractionVector = refract( - v, normalize( n ), 1.0 / ior );
		vec3 modelScale;
		modelScale.x = length( vec3( modelMatrix[ 0 ].xyz ) );
		modelScale.y = length( vec3( modelMatrix[ 1 ].xyz ) );
		modelScale.z = length( vec3( modelMatrix[ 2 ].xyz ) );
		return normalize( refractionVector ) * thickness * modelScale;
	}
	float applyIorToRoughness( const in float roughness, const in float ior ) {
		return roughness * clamp( ior * 2.0 - 2.0, 0.0, 1.0 );
	}
	vec4 getTransmissionSample( const in vec2 fragCoord, const in float roughness, const in float ior ) {
		float lod = log2( transmissionSamplerSize.x ) * applyIorToRoughness( roughness, ior );
		return textureBicubic( transmissionSamplerMap, fragCoord.xy, lod );
	}
	vec3 volumeAttenuation( const in float transmissionDistance, const in vec3 attenuationColor, const in float attenuationDistance ) {
		if ( isinf( attenuationDistance ) ) {
			return vec3( 1.0 );
		} else {
			vec3 attenuationCoefficient = -log( attenuationColor ) / attenuationDistance;
			vec3 transmittance = exp( - attenuationCoefficient * transmissionDistance );			return transmittance;
		}
	}
	vec4 getIBLVolumeRefraction( const in vec3 n, const in vec3 v, const in float roughness, const in vec3 diffuseColor,
		const in vec3 specularColor, const in float specularF90, const in vec3 position, const in mat4 modelMatrix,
		const in mat4 viewMatrix, const in mat4 projMatrix, const in float dispersion, const in float ior, const in float thickness,
		const in vec3 attenuationColor, const in float attenuationDistance ) {
		vec4 transmittedLight;
		vec3 transmittance;
		#ifdef USE_DISPERSION
			float halfSpread = ( ior - 1.0 ) * 0.025 * dispersion;
			vec3 iors = vec3( ior - halfSpread, ior, ior + halfSpread );
			for ( int i = 0; i < 3; i ++ ) {
				vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, iors[ i ], modelMatrix );
				vec3 refractedRayExit = position + transmissionRay;
				vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
				vec2 refractionCoords = ndcPos.xy / ndcPos.w;
				refractionCoords += 1.0;
				refractionCoords /= 2.0;
				vec4 transmissionSample = getTransmissionSample( refractionCoords, roughness, iors[ i ] );
				transmittedLight[ i ] = transmissionSample[ i ];
				transmittedLight.a += transmissionSample.a;
				transmittance[ i ] = diffuseColor[ i ] * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance )[ i ];
			}
			transmittedLight.a /= 3.0;
		#else
			vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, ior, modelMatrix );
			vec3 refractedRayExit = position + transmissionRay;
			vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
			vec2 refractionCoords = ndcPos.xy / ndcPos.w;
			refractionCoords += 1.0;
			refractionCoords /= 2.0;
			transmittedLight = getTransmissionSample( refractionCoords, roughness, ior );
			transmittance = diffuseColor * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance );
		#endif
		vec3 attenuatedColor = transmittance * transmittedLight.rgb;
		vec3 F = EnvironmentBRDF( n, v, specularColor, specularF90, roughness );
		float transmittanceFactor = ( transmittance.r + transmittance.g + transmittance.b ) / 3.0;
		return vec4( ( 1.0 - F ) * attenuatedColor, 1.0 - ( 1.0 - transmittedLight.a ) * transmittanceFactor );
	}
#endif`,Qb=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_SPECULARMAP
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,eM=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	uniform mat3 mapTransform;
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	uniform mat3 alphaMapTransform;
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	uniform mat3 lightMapTransform;
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	uniform mat3 aoMapTransform;
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	uniform mat3 bumpMapTransform;
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	uniform mat3 normalMapTransform;
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_DISPLACEMENTMAP
	uniform mat3 displacementMapTransform;
	varying vec2 vDisplacementMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	uniform mat3 emissiveMapTransform;
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	uniform mat3 metalnessMapTransform;
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	uniform mat3 roughnessMapTransform;
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	uniform mat3 diffuseRoughnessMapTransform;
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	uniform mat3 anisotropyMapTransform;
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	uniform mat3 clearcoatMapTransform;
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform mat3 clearcoatNormalMapTransform;
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform mat3 clearcoatRoughnessMapTransform;
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	uniform mat3 sheenColorMapTransform;
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	uniform mat3 sheenRoughnessMapTransform;
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	uniform mat3 iridescenceMapTransform;
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform mat3 iridescenceThicknessMapTransform;
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SPECULARMAP
	uniform mat3 specularMapTransform;
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	uniform mat3 specularColorMapTransform;
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	uniform mat3 specularIntensityMapTransform;
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,tM=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	vUv = vec3( uv, 1 ).xy;
#endif
#ifdef USE_MAP
	vMapUv = ( mapTransform * vec3( MAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ALPHAMAP
	vAlphaMapUv = ( alphaMapTransform * vec3( ALPHAMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_LIGHTMAP
	vLightMapUv = ( lightMapTransform * vec3( LIGHTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_AOMAP
	vAoMapUv = ( aoMapTransform * vec3( AOMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_BUMPMAP
	vBumpMapUv = ( bumpMapTransform * vec3( BUMPMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_NORMALMAP
	vNormalMapUv = ( normalMapTransform * vec3( NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DISPLACEMENTMAP
	vDisplacementMapUv = ( displacementMapTransform * vec3( DISPLACEMENTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_EMISSIVEMAP
	vEmissiveMapUv = ( emissiveMapTransform * vec3( EMISSIVEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_METALNESSMAP
	vMetalnessMapUv = ( metalnessMapTransform * vec3( METALNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ROUGHNESSMAP
	vRoughnessMapUv = ( roughnessMapTransform * vec3( ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	vDiffuseRoughnessMapUv = ( diffuseRoughnessMapTransform * vec3( DIFFUSE_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ANISOTROPYMAP
	vAnisotropyMapUv = ( anisotropyMapTransform * vec3( ANISOTROPYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOATMAP
	vClearcoatMapUv = ( clearcoatMapTransform * vec3( CLEARCOATMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	vClearcoatNormalMapUv = ( clearcoatNormalMapTransform * vec3( CLEARCOAT_NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	vClearcoatRoughnessMapUv = ( clearcoatRoughnessMapTransform * vec3( CLEARCOAT_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCEMAP
	vIridescenceMapUv = ( iridescenceMapTransform * vec3( IRIDESCENCEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	vIridescenceThicknessMapUv = ( iridescenceThicknessMapTransform * vec3( IRIDESCENCE_THICKNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_COLORMAP
	vSheenColorMapUv = ( sheenColorMapTransform * vec3( SHEEN_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	vSheenRoughnessMapUv = ( sheenRoughnessMapTransform * vec3( SHEEN_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULARMAP
	vSpecularMapUv = ( specularMapTransform * vec3( SPECULARMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_COLORMAP
	vSpecularColorMapUv = ( specularColorMapTransform * vec3( SPECULAR_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	vSpecularIntensityMapUv = ( specularIntensityMapTransform * vec3( SPECULAR_INTENSITYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_TRANSMISSIONMAP
	vTransmissionMapUv = ( transmissionMapTransform * vec3( TRANSMISSIONMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_THICKNESSMAP
	vThicknessMapUv = ( thicknessMapTransform * vec3( THICKNESSMAP_UV, 1 ) ).xy;
#endif`,nM=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,iM=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,sM=`uniform sampler2D t2D;
uniform float backgroundIntensity;
varying vec2 vUv;
void main() {
	vec4 texColor = texture2D( t2D, vUv );
	#ifdef DECODE_VIDEO_TEXTURE
		texColor = vec4( mix( pow( texColor.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), texColor.rgb * 0.0773993808, vec3( lessThanEqual( texColor.rgb, vec3( 0.04045 ) ) ) ), texColor.w );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,rM=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,oM=`uniform float backgroundBlurriness;
uniform float backgroundIntensity;
uniform mat3 backgroundRotation;
varying vec3 vWorldDirection;
#include <envmap_common_pars_fragment>
void main() {
	#ifdef ENVMAP_TYPE_PMREM
		vec4 texColor = textureLod( envMap, backgroundRotation * vWorldDirection, roughnessToMip( backgroundBlurriness ) );
	#else
		vec4 texColor = textureCube( envMap, backgroundRotation * vWorldDirection );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,aM=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,lM=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,cM=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
varying vec2 vHighPrecisionZW;
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vHighPrecisionZW = gl_Position.zw;
}`,hM=`#if DEPTH_PACKING == 3200
	uniform float opacity;
#endif
#include <common>
#include <packing>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
varying vec2 vHighPrecisionZW;
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#if DEPTH_PACKING == 3200
		diffuseColor.a = opacity;
	#endif
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <logdepthbuf_fragment>
	#ifdef USE_REVERSED_DEPTH_BUFFER
		float fragCoordZ = vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ];
	#else
		float fragCoordZ = 0.5 * vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ] + 0.5;
	#endif
	#if DEPTH_PACKING == 3200
		gl_FragColor = vec4( vec3( 1.0 - fragCoordZ ), opacity );
	#elif DEPTH_PACKING == 3201
		gl_FragColor = packDepthToRGBA( fragCoordZ );
	#elif DEPTH_PACKING == 3202
		gl_FragColor = vec4( packDepthToRGB( fragCoordZ ), 1.0 );
	#elif DEPTH_PACKING == 3203
		gl_FragColor = vec4( packDepthToRG( fragCoordZ ), 0.0, 1.0 );
	#endif
}`,uM=`#define DISTANCE
varying vec3 vWorldPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <worldpos_vertex>
	#include <clipping_planes_vertex>
	vWorldPosition = worldPosition.xyz;
}`,dM=`#define DISTANCE
uniform vec3 referencePosition;
uniform float nearDistance;
uniform float farDistance;
varying vec3 vWorldPosition;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	float dist = length( vWorldPosition - referencePosition );
	dist = ( dist - nearDistance ) / ( farDistance - nearDistance );
	dist = saturate( dist );
	gl_FragColor = vec4( dist, 0.0, 0.0, 1.0 );
}`,fM=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,pM=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,mM=`uniform float scale;
attribute float lineDistance;
varying float vLineDistance;
#include <common>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	vLineDistance = scale * lineDistance;
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,gM=`uniform vec3 diffuse;
uniform float opacity;
uniform float dashSize;
uniform float totalSize;
varying float vLineDistance;
#include <common>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	if ( mod( vLineDistance, totalSize ) > dashSize ) {
		discard;
	}
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,_M=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#if defined ( USE_ENVMAP ) || defined ( USE_SKINNING )
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinbase_vertex>
		#include <skinnormal_vertex>
		#include <defaultnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <fog_vertex>
}`,xM=`uniform vec3 diffuse;
uniform float opacity;
#ifndef FLAT_SHADED
	varying vec3 vNormal;
#endif
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <fog_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		reflectedLight.indirectDiffuse += lightMapTexel.rgb * lightMapIntensity * RECIPROCAL_PI;
	#else
		reflectedLight.indirectDiffuse += vec3( 1.0 );
	#endif
	#include <aomap_fragment>
	reflectedLight.indirectDiffuse *= diffuseColor.rgb;
	vec3 outgoingLight = reflectedLight.indirectDiffuse;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,yM=`#define LAMBERT
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,vM=`#define LAMBERT
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_lambert_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_lambert_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,SM=`#define MATCAP
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <displacementmap_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
	vViewPosition = - mvPosition.xyz;
}`,bM=`#define MATCAP
uniform vec3 diffuse;
uniform float opacity;
uniform sampler2D matcap;
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	vec3 viewDir = normalize( vViewPosition );
	vec3 x = normalize( vec3( viewDir.z, 0.0, - viewDir.x ) );
	vec3 y = cross( viewDir, x );
	vec2 uv = vec2( dot( x, normal ), dot( y, normal ) ) * 0.495 + 0.5;
	#ifdef USE_MATCAP
		vec4 matcapColor = texture2D( matcap, uv );
	#else
		vec4 matcapColor = vec4( vec3( mix( 0.2, 0.8, uv.y ) ), 1.0 );
	#endif
	vec3 outgoingLight = diffuseColor.rgb * matcapColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,MM=`#define NORMAL
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	vViewPosition = - mvPosition.xyz;
#endif
}`,wM=`#define NORMAL
uniform float opacity;
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <uv_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 0.0, 0.0, 0.0, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	gl_FragColor = vec4( normalize( normal ) * 0.5 + 0.5, diffuseColor.a );
	#ifdef OPAQUE
		gl_FragColor.a = 1.0;
	#endif
}`,TM=`#define PHONG
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,EM=`#define PHONG
uniform vec3 diffuse;
uniform vec3 emissive;
uniform vec3 specular;
uniform float shininess;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_phong_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_phong_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + reflectedLight.directSpecular + reflectedLight.indirectSpecular + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,AM=`#define STANDARD
varying vec3 vViewPosition;
#ifdef USE_TRANSMISSION
	varying vec3 vWorldPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
#ifdef USE_TRANSMISSION
	vWorldPosition = worldPosition.xyz;
#endif
}`,CM=`#define STANDARD
#ifdef PHYSICAL
	#define IOR
	#define USE_SPECULAR
#endif
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float roughness;
uniform float metalness;
uniform float opacity;
#ifdef IOR
	uniform float ior;
#endif
#ifdef USE_SPECULAR
	uniform float specularIntensity;
	uniform vec3 specularColor;
	#ifdef USE_SPECULAR_COLORMAP
		uniform sampler2D specularColorMap;
	#endif
	#ifdef USE_SPECULAR_INTENSITYMAP
		uniform sampler2D specularIntensityMap;
	#endif
#endif
#ifdef USE_CLEARCOAT
	uniform float clearcoat;
	uniform float clearcoatRoughness;
#endif
#ifdef USE_DIFFUSE_ROUGHNESS
	uniform float diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		uniform sampler2D diffuseRoughnessMap;
	#endif
#endif
#ifdef USE_DISPERSION
	uniform float dispersion;
#endif
#ifdef USE_RETROREFLECTION
	uniform float retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	uniform float iridescence;
	uniform float iridescenceIOR;
	uniform float iridescenceThicknessMinimum;
	uniform float iridescenceThicknessMaximum;
#endif
#ifdef USE_SHEEN
	uniform vec3 sheenColor;
	uniform float sheenRoughness;
	#ifdef USE_SHEEN_COLORMAP
		uniform sampler2D sheenColorMap;
	#endif
	#ifdef USE_SHEEN_ROUGHNESSMAP
		uniform sampler2D sheenRoughnessMap;
	#endif
#endif
#ifdef USE_ANISOTROPY
	uniform vec2 anisotropyVector;
	#ifdef USE_ANISOTROPYMAP
		uniform sampler2D anisotropyMap;
	#endif
#endif
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <iridescence_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_physical_pars_fragment>
#include <transmission_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <clearcoat_pars_fragment>
#include <iridescence_pars_fragment>
#include <roughnessmap_pars_fragment>
#include <metalnessmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <roughnessmap_fragment>
	#include <metalnessmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <clearcoat_normal_fragment_begin>
	#include <clearcoat_normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_physical_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 totalDiffuse = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse;
	vec3 totalSpecular = reflectedLight.directSpecular + reflectedLight.indirectSpecular;
	#include <transmission_fragment>
	vec3 outgoingLight = totalDiffuse + totalSpecular + totalEmissiveRadiance;
	#ifdef USE_SHEEN
 
		outgoingLight = outgoingLight + sheenSpecularDirect + sheenSpecularIndirect;
 
 	#endif
	#ifdef USE_CLEARCOAT
		float dotNVcc = saturate( dot( geometryClearcoatNormal, geometryViewDir ) );
		vec3 Fcc = F_Schlick( material.clearcoatF0, material.clearcoatF90, dotNVcc );
		outgoingLight = outgoingLight * ( 1.0 - material.clearcoat * Fcc ) + ( clearcoatSpecularDirect + clearcoatSpecularIndirect ) * material.clearcoat;
	#endif
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,RM=`#define TOON
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,PM=`#define TOON
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <gradientmap_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_toon_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_toon_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,IM=`uniform float size;
uniform float scale;
#include <common>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
#ifdef USE_POINTS_UV
	varying vec2 vUv;
	uniform mat3 uvTransform;
#endif
void main() {
	#ifdef USE_POINTS_UV
		vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	#endif
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	gl_PointSize = size;
	#ifdef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) gl_PointSize *= ( scale / - mvPosition.z );
	#endif
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <fog_vertex>
}`,LM=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <color_pars_fragment>
#include <map_particle_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_particle_fragment>
	#include <color_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,DM=`#include <common>
#include <batching_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <shadowmap_pars_vertex>
void main() {
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,NM=`uniform vec3 color;
uniform float opacity;
#include <common>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <logdepthbuf_pars_fragment>
#include <shadowmap_pars_fragment>
#include <shadowmask_pars_fragment>
void main() {
	#include <logdepthbuf_fragment>
	gl_FragColor = vec4( color, opacity * ( 1.0 - getShadowMask() ) );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,UM=`uniform float rotation;
uniform vec2 center;
#include <common>
#include <uv_pars_vertex>
#include <fog_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	vec4 mvPosition = modelViewMatrix[ 3 ];
	vec2 scale = vec2( length( modelMatrix[ 0 ].xyz ), length( modelMatrix[ 1 ].xyz ) );
	#ifndef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) scale *= - mvPosition.z;
	#endif
	vec2 alignedPosition = ( position.xy - ( center - vec2( 0.5 ) ) ) * scale;
	vec2 rotatedPosition;
	rotatedPosition.x = cos( rotation ) * alignedPosition.x - sin( rotation ) * alignedPosition.y;
	rotatedPosition.y = sin( rotation ) * alignedPosition.x + cos( rotation ) * alignedPosition.y;
	mvPosition.xy += rotatedPosition;
	gl_Position = projectionMatrix * mvPosition;
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,OM=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
}`,gt={alphahash_fragment:sS,alphahash_pars_fragment:rS,alphamap_fragment:oS,alphamap_pars_fragment:aS,alphatest_fragment:lS,alphatest_pars_fragment:cS,aomap_fragment:hS,aomap_pars_fragment:uS,batching_pars_vertex:dS,batching_vertex:fS,begin_vertex:pS,beginnormal_vertex:mS,bsdfs:gS,iridescence_fragment:_S,bumpmap_pars_fragment:xS,clipping_planes_fragment:yS,clipping_planes_pars_fragment:vS,clipping_planes_pars_vertex:SS,clipping_planes_vertex:bS,color_fragment:MS,color_pars_fragment:wS,color_pars_vertex:TS,color_vertex:ES,common:AS,defaultnormal_vertex:CS,displacementmap_pars_vertex:RS,displacementmap_vertex:PS,emissivemap_fragment:IS,emissivemap_pars_fragment:LS,colorspace_fragment:DS,colorspace_pars_fragment:NS,envmap_fragment:US,envmap_common_pars_fragment:OS,envmap_pars_fragment:FS,envmap_pars_vertex:BS,envmap_physical_pars_fragment:ZS,envmap_vertex:kS,fog_vertex:zS,fog_pars_vertex:VS,fog_fragment:GS,fog_pars_fragment:HS,gradientmap_pars_fragment:WS,lightmap_pars_fragment:XS,lights_lambert_fragment:qS,lights_lambert_pars_fragment:YS,lights_pars_begin:$S,lights_toon_fragment:JS,lights_toon_pars_fragment:KS,lights_phong_fragment:jS,lights_phong_pars_fragment:QS,lights_physical_fragment:eb,lights_physical_pars_fragment:tb,lights_fragment_begin:nb,lights_fragment_maps:ib,lights_fragment_end:sb,lightprobes_pars_fragment:rb,logdepthbuf_fragment:ob,logdepthbuf_pars_fragment:ab,logdepthbuf_pars_vertex:lb,logdepthbuf_vertex:cb,map_fragment:hb,map_pars_fragment:ub,map_particle_fragment:db,map_particle_pars_fragment:fb,metalnessmap_fragment:pb,metalnessmap_pars_fragment:mb,morphinstance_vertex:gb,morphcolor_vertex:_b,morphnormal_vertex:xb,morphtarget_pars_vertex:yb,morphtarget_vertex:vb,normal_fragment_begin:Sb,normal_fragment_maps:bb,normal_pars_fragment:Mb,normal_pars_vertex:wb,normal_vertex:Tb,normalmap_pars_fragment:Eb,clearcoat_normal_fragment_begin:Ab,clearcoat_normal_fragment_maps:Cb,clearcoat_pars_fragment:Rb,iridescence_pars_fragment:Pb,opaque_fragment:Ib,packing:Lb,premultiplied_alpha_fragment:Db,project_vertex:Nb,dithering_fragment:Ub,dithering_pars_fragment:Ob,roughnessmap_fragment:Fb,roughnessmap_pars_fragment:Bb,shadowmap_pars_fragment:kb,shadowmap_pars_vertex:zb,shadowmap_vertex:Vb,shadowmask_pars_fragment:Gb,skinbase_vertex:Hb,skinning_pars_vertex:Wb,skinning_vertex:Xb,skinnormal_vertex:qb,specularmap_fragment:Yb,specularmap_pars_fragment:$b,tonemapping_fragment:Zb,tonemapping_pars_fragment:Jb,transmission_fragment:Kb,transmission_pars_fragment:jb,uv_pars_fragment:Qb,uv_pars_vertex:eM,uv_vertex:tM,worldpos_vertex:nM,background_vert:iM,background_frag:sM,backgroundCube_vert:rM,backgroundCube_frag:oM,cube_vert:aM,cube_frag:lM,depth_vert:cM,depth_frag:hM,distance_vert:uM,distance_frag:dM,equirect_vert:fM,equirect_frag:pM,linedashed_vert:mM,linedashed_frag:gM,meshbasic_vert:_M,meshbasic_frag:xM,meshlambert_vert:yM,meshlambert_frag:vM,meshmatcap_vert:SM,meshmatcap_frag:bM,meshnormal_vert:MM,meshnormal_frag:wM,meshphong_vert:TM,meshphong_frag:EM,meshphysical_vert:AM,meshphysical_frag:CM,meshtoon_vert:RM,meshtoon_frag:PM,points_vert:IM,points_frag:LM,shadow_vert:DM,shadow_frag:NM,sprite_vert:UM,sprite_frag:OM},Ue={common:{diffuse:{value:new St(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new st},alphaMap:{value:null},alphaMapTransform:{value:new st},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new st}},envmap:{envMap:{value:null},envMapRotation:{value:new st},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new st}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new st}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new st},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new st},normalScale:{value:new je(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new st},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new st}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new st}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new st}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new St(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new St(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new st},alphaTest:{value:0},uvTransform:{value:new st}},sprite:{diffuse:{value:new St(16777215)},opacity:{value:1},center:{value:new je(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new st},alphaMap:{value:null},alphaMapTransform:{value:new st},alphaTest:{value:0}}},ds={basic:{uniforms:Kn([Ue.common,Ue.specularmap,Ue.envmap,Ue.aomap,Ue.lightmap,Ue.fog]),vertexShader:gt.meshbasic_vert,fragmentShader:gt.meshbasic_frag},lambert:{uniforms:Kn([Ue.common,Ue.specularmap,Ue.envmap,Ue.aomap,Ue.lightmap,Ue.emissivemap,Ue.bumpmap,Ue.normalmap,Ue.displacementmap,Ue.fog,Ue.lights,{emissive:{value:new St(0)},envMapIntensity:{value:1}}]),vertexShader:gt.meshlambert_vert,fragmentShader:gt.meshlambert_frag},phong:{uniforms:Kn([Ue.common,Ue.specularmap,Ue.envmap,Ue.aomap,Ue.lightmap,Ue.emissivemap,Ue.bumpmap,Ue.normalmap,Ue.displacementmap,Ue.fog,Ue.lights,{emissive:{value:new St(0)},specular:{value:new St(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:gt.meshphong_vert,fragmentShader:gt.meshphong_frag},standard:{uniforms:Kn([Ue.common,Ue.envmap,Ue.aomap,Ue.lightmap,Ue.emissivemap,Ue.bumpmap,Ue.normalmap,Ue.displacementmap,Ue.roughnessmap,Ue.metalnessmap,Ue.fog,Ue.lights,{emissive:{value:new St(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:gt.meshphysical_vert,fragmentShader:gt.meshphysical_frag},toon:{uniforms:Kn([Ue.common,Ue.aomap,Ue.lightmap,Ue.emissivemap,Ue.bumpmap,Ue.normalmap,Ue.displacementmap,Ue.gradientmap,Ue.fog,Ue.lights,{emissive:{value:new St(0)}}]),vertexShader:gt.meshtoon_vert,fragmentShader:gt.meshtoon_frag},matcap:{uniforms:Kn([Ue.common,Ue.bumpmap,Ue.normalmap,Ue.displacementmap,Ue.fog,{matcap:{value:null}}]),vertexShader:gt.meshmatcap_vert,fragmentShader:gt.meshmatcap_frag},points:{uniforms:Kn([Ue.points,Ue.fog]),vertexShader:gt.points_vert,fragmentShader:gt.points_frag},dashed:{uniforms:Kn([Ue.common,Ue.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:gt.linedashed_vert,fragmentShader:gt.linedashed_frag},depth:{uniforms:Kn([Ue.common,Ue.displacementmap]),vertexShader:gt.depth_vert,fragmentShader:gt.depth_frag},normal:{uniforms:Kn([Ue.common,Ue.bumpmap,Ue.normalmap,Ue.displacementmap,{opacity:{value:1}}]),vertexShader:gt.meshnormal_vert,fragmentShader:gt.meshnormal_frag},sprite:{uniforms:Kn([Ue.sprite,Ue.fog]),vertexShader:gt.sprite_vert,fragmentShader:gt.sprite_frag},background:{uniforms:{uvTransform:{value:new st},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:gt.background_vert,fragmentShader:gt.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new st}},vertexShader:gt.backgroundCube_vert,fragmentShader:gt.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:gt.cube_vert,fragmentShader:gt.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:gt.equirect_vert,fragmentShader:gt.equirect_frag},distance:{uniforms:Kn([Ue.common,Ue.displacementmap,{referencePosition:{value:new $},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:gt.distance_vert,fragmentShader:gt.distance_frag},shadow:{uniforms:Kn([Ue.lights,Ue.fog,{color:{value:new St(0)},opacity:{value:1}}]),vertexShader:gt.shadow_vert,fragmentShader:gt.shadow_frag}};ds.physical={uniforms:Kn([ds.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new st},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new st},clearcoatNormalScale:{value:new je(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new st},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new st},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new st},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new st},sheen:{value:0},sheenColor:{value:new St(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new st},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new st},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new st},transmissionSamplerSize:{value:new je},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new st},attenuationDistance:{value:0},attenuationColor:{value:new St(0)},specularColor:{value:new St(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new st},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new st},anisotropyVector:{value:new je},anisotropyMap:{value:null},anisotropyMapTransform:{value:new st}}]),vertexShader:gt.meshphysical_vert,fragmentShader:gt.meshphysical_frag};var Bh={r:0,b:0,g:0},FM=new qt,d0=new st;d0.set(-1,0,0,0,1,0,0,0,1);function BM(i,e,t,n,s,r){let o=new St(0),a=s===!0?0:1,l,c,h=null,d=0,u=null;function f(S){let P=S.isScene===!0?S.background:null;if(P&&P.isTexture){let T=S.backgroundBlurriness>0;P=e.get(P,T)}return P}function g(S){let P=!1,T=f(S);T===null?m(o,a):T&&T.isColor&&(m(T,1),P=!0);let L=i.xr.getEnvironmentBlendMode();L==="additive"?t.buffers.color.setClear(0,0,0,1,r):L==="alpha-blend"&&t.buffers.color.setClear(0,0,0,0,r),(i.autoClear||P)&&(t.buffers.depth.setTest(!0),t.buffers.depth.setMask(!0),t.buffers.color.setMask(!0),i.clear(i.autoClearColor,i.autoClearDepth,i.autoClearStencil))}function v(S,P){let T=f(P);T&&T.isCubeTexture?(c===void 0&&(c=new Mi(new Mo(1,1,1),new cs({name:"BackgroundCubeMaterial",uniforms:Pr(ds.backgroundCube.uniforms),vertexShader:ds.backgroundCube.vertexShader,fragmentShader:ds.backgroundCube.fragmentShader,side:ri,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),c.geometry.deleteAttribute("normal"),c.geometry.deleteAttribute("uv"),c.onBeforeRender=function(L,A,x){this.matrixWorld.copyPosition(x.matrixWorld)},Object.defineProperty(c.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),n.update(c)),c.material.uniforms.envMap.value=T,c.material.uniforms.backgroundBlurriness.value=P.backgroundBlurriness,c.material.uniforms.backgroundIntensity.value=P.backgroundIntensity,c.material.uniforms.backgroundRotation.value.setFromMatrix4(FM.makeRotationFromEuler(P.backgroundRotation)).transpose(),T.isRenderTargetTexture===!1&&c.material.uniforms.backgroundRotation.value.premultiply(d0),c.material.toneMapped=Tt.getTransfer(T.colorSpace)!==Dt,(h!==T||d!==T.version||u!==i.toneMapping)&&(c.material.needsUpdate=!0,h=T,d=T.version,u=i.toneMapping),c.layers.enableAll(),S.unshift(c,c.geometry,c.material,0,0,null)):T&&T.isTexture&&(l===void 0&&(l=new Mi(new Fa(2,2),new cs({name:"BackgroundMaterial",uniforms:Pr(ds.background.uniforms),vertexShader:ds.background.vertexShader,fragmentShader:ds.background.fragmentShader,side:hr,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),l.geometry.deleteAttribute("normal"),Object.defineProperty(l.material,"map",{get:function(){return this.uniforms.t2D.value}}),n.update(l)),l.material.uniforms.t2D.value=T,l.material.uniforms.backgroundIntensity.value=P.backgroundIntensity,l.material.toneMapped=Tt.getTransfer(T.colorSpace)!==Dt,T.matrixAutoUpdate===!0&&T.updateMatrix(),l.material.uniforms.uvTransform.value.copy(T.matrix),(h!==T||d!==T.version||u!==i.toneMapping)&&(l.material.needsUpdate=!0,h=T,d=T.version,u=i.toneMapping),l.layers.enableAll(),S.unshift(l,l.geometry,l.material,0,0,null))}function m(S,P){S.getRGB(Bh,Jd(i)),t.buffers.color.setClear(Bh.r,Bh.g,Bh.b,P,r)}function p(){c!==void 0&&(c.geometry.dispose(),c.material.dispose(),c=void 0),l!==void 0&&(l.geometry.dispose(),l.material.dispose(),l=void 0)}return{getClearColor:function(){return o},setClearColor:function(S,P=1){o.set(S),a=P,m(o,a)},getClearAlpha:function(){return a},setClearAlpha:function(S){a=S,m(o,a)},render:g,addToRenderList:v,dispose:p}}function kM(i,e){let t=i.getParameter(i.MAX_VERTEX_ATTRIBS),n={},s=u(null),r=s,o=!1;function a(O,G,X,U,q){let J=!1,W=d(O,U,X,G);r!==W&&(r=W,c(r.object)),J=f(O,U,X,q),J&&g(O,U,X,q),q!==null&&e.update(q,i.ELEMENT_ARRAY_BUFFER),(J||o)&&(o=!1,T(O,G,X,U),q!==null&&i.bindBuffer(i.ELEMENT_ARRAY_BUFFER,e.get(q).buffer))}function l(){return i.createVertexArray()}function c(O){return i.bindVertexArray(O)}function h(O){return i.deleteVertexArray(O)}function d(O,G,X,U){let q=U.wireframe===!0,J=n[G.id];J===void 0&&(J={},n[G.id]=J);let W=O.isInstancedMesh===!0?O.id:0,ue=J[W];ue===void 0&&(ue={},J[W]=ue);let Q=ue[X.id];Q===void 0&&(Q={},ue[X.id]=Q);let te=Q[q];return te===void 0&&(te=u(l()),Q[q]=te),te}function u(O){let G=[],X=[],U=[];for(let q=0;q<t;q++)G[q]=0,X[q]=0,U[q]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:G,enabledAttributes:X,attributeDivisors:U,object:O,attributes:{},index:null}}function f(O,G,X,U){let q=r.attributes,J=G.attributes,W=0,ue=X.getAttributes();for(let Q in ue)if(ue[Q].location>=0){let oe=q[Q],pe=J[Q];if(pe===void 0&&(Q==="instanceMatrix"&&O.instanceMatrix&&(pe=O.instanceMatrix),Q==="instanceColor"&&O.instanceColor&&(pe=O.instanceColor)),oe===void 0||oe.attribute!==pe||pe&&oe.data!==pe.data)return!0;W++}return r.attributesNum!==W||r.index!==U}function g(O,G,X,U){let q={},J=G.attributes,W=0,ue=X.getAttributes();for(let Q in ue)if(ue[Q].location>=0){let oe=J[Q];oe===void 0&&(Q==="instanceMatrix"&&O.instanceMatrix&&(oe=O.instanceMatrix),Q==="instanceColor"&&O.instanceColor&&(oe=O.instanceColor));let pe={};pe.attribute=oe,oe&&oe.data&&(pe.data=oe.data),q[Q]=pe,W++}r.attributes=q,r.attributesNum=W,r.index=U}function v(){let O=r.newAttributes;for(let G=0,X=O.length;G<X;G++)O[G]=0}function m(O){p(O,0)}function p(O,G){let X=r.newAttributes,U=r.enabledAttributes,q=r.attributeDivisors;X[O]=1,U[O]===0&&(i.enableVertexAttribArray(O),U[O]=1),q[O]!==G&&(i.vertexAttribDivisor(O,G),q[O]=G)}function S(){let O=r.newAttributes,G=r.enabledAttributes;for(let X=0,U=G.length;X<U;X++)G[X]!==O[X]&&(i.disableVertexAttribArray(X),G[X]=0)}function P(O,G,X,U,q,J,W){W===!0?i.vertexAttribIPointer(O,G,X,q,J):i.vertexAttribPointer(O,G,X,U,q,J)}function T(O,G,X,U){v();let q=U.attributes,J=X.getAttributes(),W=G.defaultAttributeValues;for(let ue in J){let Q=J[ue];if(Q.location>=0){let te=q[ue];if(te===void 0&&(ue==="instanceMatrix"&&O.instanceMatrix&&(te=O.instanceMatrix),ue==="instanceColor"&&O.instanceColor&&(te=O.instanceColor)),te!==void 0){let oe=te.normalized,pe=te.itemSize,fe=e.get(te);if(fe===void 0)continue;let ne=fe.buffer,_e=fe.type,ve=fe.bytesPerElement,Re=_e===i.INT||_e===i.UNSIGNED_INT||te.gpuType===th;if(te.isInterleavedBufferAttribute){let we=te.data,qe=we.isInterleavedBuffer===!0?we.stride:we.itemSize,ct=te.offset;if(we.isInstancedInterleavedBuffer||we.isInstancedBufferAttribute){for(let We=0;We<Q.locationSize;We++)p(Q.location+We,we.meshPerAttribute);O.isInstancedMesh!==!0&&U._maxInstanceCount===void 0&&(U._maxInstanceCount=we.meshPerAttribute*we.count)}else for(let We=0;We<Q.locationSize;We++)m(Q.location+We);i.bindBuffer(i.ARRAY_BUFFER,ne);for(let We=0;We<Q.locationSize;We++)P(Q.location+We,pe/Q.locationSize,_e,oe,qe*ve,(ct+pe/Q.locationSize*We)*ve,Re)}else{if(te.isInstancedBufferAttribute){for(let we=0;we<Q.locationSize;we++)p(Q.location+we,te.meshPerAttribute);O.isInstancedMesh!==!0&&U._maxInstanceCount===void 0&&(U._maxInstanceCount=te.meshPerAttribute*te.count)}else for(let we=0;we<Q.locationSize;we++)m(Q.location+we);i.bindBuffer(i.ARRAY_BUFFER,ne);for(let we=0;we<Q.locationSize;we++)P(Q.location+we,pe/Q.locationSize,_e,oe,pe*ve,pe/Q.locationSize*we*ve,Re)}}else if(W!==void 0){let oe=W[ue];if(oe!==void 0)switch(oe.length){case 2:i.vertexAttrib2fv(Q.location,oe);break;case 3:i.vertexAttrib3fv(Q.location,oe);break;case 4:i.vertexAttrib4fv(Q.location,oe);break;default:i.vertexAttrib1fv(Q.location,oe)}}}}S()}function L(){V();for(let O in n){let G=n[O];for(let X in G){let U=G[X];for(let q in U){let J=U[q];for(let W in J)h(J[W].object),delete J[W];delete U[q]}}delete n[O]}}function A(O){if(n[O.id]===void 0)return;let G=n[O.id];for(let X in G){let U=G[X];for(let q in U){let J=U[q];for(let W in J)h(J[W].object),delete J[W];delete U[q]}}delete n[O.id]}function x(O){for(let G in n){let X=n[G];for(let U in X){let q=X[U];if(q[O.id]===void 0)continue;let J=q[O.id];for(let W in J)h(J[W].object),delete J[W];delete q[O.id]}}}function E(O){for(let G in n){let X=n[G],U=O.isInstancedMesh===!0?O.id:0,q=X[U];if(q!==void 0){for(let J in q){let W=q[J];for(let ue in W)h(W[ue].object),delete W[ue];delete q[J]}delete X[U],Object.keys(X).length===0&&delete n[G]}}}function V(){F(),o=!0,r!==s&&(r=s,c(r.object))}function F(){s.geometry=null,s.program=null,s.wireframe=!1}return{setup:a,reset:V,resetDefaultState:F,dispose:L,releaseStatesOfGeometry:A,releaseStatesOfObject:E,releaseStatesOfProgram:x,initAttributes:v,enableAttribute:m,disableUnusedAttributes:S}}function zM(i,e,t){let n;function s(l){n=l}function r(l,c){i.drawArrays(n,l,c),t.update(c,n,1)}function o(l,c,h){h!==0&&(i.drawArraysInstanced(n,l,c,h),t.update(c,n,h))}function a(l,c,h){if(h===0)return;e.get("WEBGL_multi_draw").multiDrawArraysWEBGL(n,l,0,c,0,h);let u=0;for(let f=0;f<h;f++)u+=c[f];t.update(u,n,1)}this.setMode=s,this.render=r,this.renderInstances=o,this.renderMultiDraw=a}function VM(i,e,t,n){let s;function r(){if(s!==void 0)return s;if(e.has("EXT_texture_filter_anisotropic")===!0){let x=e.get("EXT_texture_filter_anisotropic");s=i.getParameter(x.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else s=0;return s}function o(x){return!(x!==Yi&&n.convert(x)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_FORMAT))}function a(x){let E=x===qi&&(e.has("EXT_color_buffer_half_float")||e.has("EXT_color_buffer_float"));return!(x!==li&&x!==Xi&&!E&&n.convert(x)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_TYPE))}function l(x){if(x==="highp"){if(i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.HIGH_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.HIGH_FLOAT).precision>0)return"highp";x="mediump"}return x==="mediump"&&i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.MEDIUM_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let c=t.precision!==void 0?t.precision:"highp",h=l(c);h!==c&&(Je("WebGLRenderer:",c,"not supported, using",h,"instead."),c=h);let d=t.reversedDepthBuffer===!0&&e.has("EXT_clip_control"),u=t.logarithmicDepthBuffer===!0&&d===!1;t.reversedDepthBuffer===!0&&d===!1&&Je("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),t.logarithmicDepthBuffer===!0&&d===!0&&Je("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let f=i.getParameter(i.MAX_TEXTURE_IMAGE_UNITS),g=i.getParameter(i.MAX_VERTEX_TEXTURE_IMAGE_UNITS),v=i.getParameter(i.MAX_TEXTURE_SIZE),m=i.getParameter(i.MAX_CUBE_MAP_TEXTURE_SIZE),p=i.getParameter(i.MAX_VERTEX_ATTRIBS),S=i.getParameter(i.MAX_VERTEX_UNIFORM_VECTORS),P=i.getParameter(i.MAX_VARYING_VECTORS),T=i.getParameter(i.MAX_FRAGMENT_UNIFORM_VECTORS),L=i.getParameter(i.MAX_SAMPLES),A=i.getParameter(i.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:r,getMaxPrecision:l,textureFormatReadable:o,textureTypeReadable:a,precision:c,logarithmicDepthBuffer:u,reversedDepthBuffer:d,maxTextures:f,maxVertexTextures:g,maxTextureSize:v,maxCubemapSize:m,maxAttributes:p,maxVertexUniforms:S,maxVaryings:P,maxFragmentUniforms:T,maxSamples:L,samples:A}}function GM(i){let e=this,t=null,n=0,s=!1,r=!1,o=new xi,a=new st,l={value:null,needsUpdate:!1};this.uniform=l,this.numPlanes=0,this.numIntersection=0,this.init=function(d,u){let f=d.length!==0||u||n!==0||s;return s=u,n=d.length,f},this.beginShadows=function(){r=!0,h(null)},this.endShadows=function(){r=!1},this.setGlobalState=function(d,u){t=h(d,u,0)},this.setState=function(d,u,f){let g=d.clippingPlanes,v=d.clipIntersection,m=d.clipShadows,p=i.get(d);if(!s||g===null||g.length===0||r&&!m)r?h(null):c();else{let S=r?0:n,P=S*4,T=p.clippingState||null;l.value=T,T=h(g,u,P,f);for(let L=0;L!==P;++L)T[L]=t[L];p.clippingState=T,this.numIntersection=v?this.numPlanes:0,this.numPlanes+=S}};function c(){l.value!==t&&(l.value=t,l.needsUpdate=n>0),e.numPlanes=n,e.numIntersection=0}function h(d,u,f,g){let v=d!==null?d.length:0,m=null;if(v!==0){if(m=l.value,g!==!0||m===null){let p=f+v*4,S=u.matrixWorldInverse;a.getNormalMatrix(S),(m===null||m.length<p)&&(m=new Float32Array(p));for(let P=0,T=f;P!==v;++P,T+=4)o.copy(d[P]).applyMatrix4(S,a),o.normal.toArray(m,T),m[T+3]=o.constant}l.value=m,l.needsUpdate=!0}return e.numPlanes=v,e.numIntersection=0,m}}var il=class extends Si{constructor(e=1,t={}){super(e,e,t),this.isWebGLCubeRenderTarget=!0;let n={width:e,height:e,depth:1},s=[n,n,n,n,n,n];this.texture=new Da(s),this._setTextureOptions(t),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(e,t){this.texture.type=t.type,this.texture.colorSpace=t.colorSpace,this.texture.generateMipmaps=t.generateMipmaps,this.texture.minFilter=t.minFilter,this.texture.magFilter=t.magFilter;let n={uniforms:{tEquirect:{value:null}},vertexShader:`

				varying vec3 vWorldDirection;

				vec3 transformDirection( in vec3 dir, in mat4 matrix ) {

					return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );

				}

				void main() {

					vWorldDirection = transformDirection( position, modelMatrix );

					#include <begin_vertex>
					#include <project_vertex>

				}
			`,fragmentShader:`

				uniform sampler2D tEquirect;

				varying vec3 vWorldDirection;

				#include <common>

				void main() {

					vec3 direction = normalize( vWorldDirection );

					vec2 sampleUV = equirectUv( direction );

					gl_FragColor = texture2D( tEquirect, sampleUV );

				}
			`},s=new Mo(5,5,5),r=new cs({name:"CubemapFromEquirect",uniforms:Pr(n.uniforms),vertexShader:n.vertexShader,fragmentShader:n.fragmentShader,side:ri,blending:Er});r.uniforms.tEquirect.value=t;let o=new Mi(s,r),a=t.minFilter;return t.minFilter===Us&&(t.minFilter=si),new To(1,10,this).update(e,o),t.minFilter=a,o.geometry.dispose(),o.material.dispose(),this}clear(e,t=!0,n=!0,s=!0){let r=e.getRenderTarget();for(let o=0;o<6;o++)e.setRenderTarget(this,o),e.clear(t,n,s);e.setRenderTarget(r)}},Wg=256,HM=3,WM=20,f0=256,p0=16,XM=3,qM=new $,YM=new St,zh=class i{constructor(e){this._renderer=e,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new To(1,10,null),this._boxMesh=new Mi(new Mo(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(e,t=0,n=.1,s=100,r={}){let{size:o=256,position:a=qM}=r,l=this._renderer;this._setSize(o);let c=this._allocateTarget(),h=this._getSourceTarget(!0);t>0&&(h.texture.mipmapsAutoUpdate=!1);let d=l.autoClear,u=l.autoClearColor,f=l.autoClearDepth,g=l.autoClearStencil,v=e.background;l.autoClear=!0,l.autoClearColor=!0,l.autoClearDepth=!0,l.autoClearStencil=!0,v===null&&(e.background=l.getClearColor(YM));let m=new To(n,s,h);return m.position.copy(a),m.update(l,e),l.autoClear=d,l.autoClearColor=u,l.autoClearDepth=f,l.autoClearStencil=g,e.background=v,t>0&&(h.texture.mipmapsAutoUpdate=!0,this._blur(c,t)),this._applyPMREM(c),c}fromEquirectangular(e,t=null){return this._fromTexture(e,t)}fromCubemap(e,t=null){return this._fromTexture(e,t)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=Yg(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=qg(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(e,t){return t>0?1-Math.sqrt(1-e/t):0}_setSize(e){this._cubeSize=Math.max(Wg,Yd(e))}_fromTexture(e,t){e.mapping===Cr||e.mapping===Ro?this._setSize(e.image.length===0?Wg:e.image[0].width||e.image[0].image.width):this._setSize(e.image.width/4);let n=t||this._allocateTarget();return this._textureToCubemap(e),this._applyPMREM(n),n}_allocateTarget(){let e=this._cubeSize,t=Xg(e,!1,!1),n=Math.log2(e)-HM;for(let s=0;s<=n;s++)t.texture.mipmaps.push({width:e>>s,height:e>>s});return t.texture.name="PMREM",t.texture.isPMREMTexture=!0,t}_getSourceTarget(e=!1){let t=this._cubeSize,n=this._sourceTarget;return(n===null||n.width!==t||e&&n.depthBuffer===!1)&&(n!==null&&n.dispose(),this._sourceTarget=Xg(t,!0,e)),this._sourceTarget}_compileMaterial(e){this._boxMesh.material=e,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(e,t,n){let s=this._boxMesh,r=this._cubeCamera;s.material=n,r.renderTarget=e,r.activeMipmapLevel=t;let o=e.width>>t;e.viewport.set(0,0,o,o),r.update(this._renderer,s),e.viewport.set(0,0,e.width,e.height)}_textureToCubemap(e){let t;e.mapping===Cr||e.mapping===Ro?(this._cubemapMaterial===null&&(this._cubemapMaterial=Yg()),t=this._cubemapMaterial,t.uniforms.flipEnvMap.value=e.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=qg()),t=this._equirectMaterial),t.uniforms.envMap.value=e,this._renderCube(this._getSourceTarget(),0,t)}_applyPMREM(e){this._ggxMaterial===null&&(this._ggxMaterial=$M(),this._integrationMaterial=ZM());let t=this._cubeSize,n=e.texture.mipmaps.length-1,s=this._ggxMaterial.uniforms;s.envMap.value=this._sourceTarget.texture;let r=this._integrationMaterial.uniforms;r.envMap.value=this._sourceTarget.texture,r.sourceLod.value=Math.log2(t/p0);for(let o=0;o<=n;o++){let a=i.lodToRoughness(o,n);if(o>n-XM)r.roughness.value=a,this._renderCube(e,o,this._integrationMaterial);else{let l=a>0?Math.log2(t)+.5*Math.log2(6/(f0*Math.pow(a,4)))+.5:0;s.roughness.value=a,s.lodBias.value=l,this._renderCube(e,o,this._ggxMaterial)}}}_blur(e,t){this._blurMaterial===null&&(this._blurMaterial=JM());let n=this._blurMaterial,s=n.uniforms,r=this._sourceTarget;s.sigma.value=Math.min(t,Math.PI)/Math.SQRT2,s.envMap.value=r.texture,this._renderCube(e,0,n),s.envMap.value=e.texture,this._renderCube(r,0,n)}};function Xg(i,e,t){return new il(i,{minFilter:Us,generateMipmaps:e,type:qi,colorSpace:Ta,depthBuffer:t})}function sl(i,e,t){return new cs({name:i,uniforms:e,vertexShader:gt.cube_vert,fragmentShader:t,side:ri,blending:Er,depthTest:!1,depthWrite:!1})}function $M(){return sl("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${f0}u

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float lodBias;

		#include <common>

		// Van der Corput radical inverse
		float radicalInverse_VdC( uint bits ) {

			bits = ( bits << 16u ) | ( bits >> 16u );
			bits = ( ( bits & 0x55555555u ) << 1u ) | ( ( bits & 0xAAAAAAAAu ) >> 1u );
			bits = ( ( bits & 0x33333333u ) << 2u ) | ( ( bits & 0xCCCCCCCCu ) >> 2u );
			bits = ( ( bits & 0x0F0F0F0Fu ) << 4u ) | ( ( bits & 0xF0F0F0F0u ) >> 4u );
			bits = ( ( bits & 0x00FF00FFu ) << 8u ) | ( ( bits & 0xFF00FF00u ) >> 8u );
			return float( bits ) * 2.3283064365386963e-10; // / 0x100000000

		}

		// Hammersley sequence
		vec2 hammersley( uint i, uint N ) {

			return vec2( float( i ) / float( N ), radicalInverse_VdC( i ) );

		}

		void main() {

			vec3 N = normalize( vWorldDirection );

			// For very low roughness, just sample the environment directly
			if ( roughness < 0.001 ) {

				gl_FragColor = vec4( textureLod( envMap, N, 0.0 ).rgb, 1.0 );
				return;

			}

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			// Tangent space basis for VNDF sampling
			vec3 up = abs( N.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, N ) );
			vec3 bitangent = cross( N, tangent );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			for ( uint i = 0u; i < GGX_SAMPLES; i ++ ) {

				vec2 Xi = hammersley( i, GGX_SAMPLES );

				// With V = N, sample the reflected direction directly.
				float invQ = 1.0 / ( 1.0 - Xi.x + alpha2 * Xi.x );
				float NdotL = ( 1.0 - Xi.x - alpha2 * Xi.x ) * invQ;

				if ( NdotL > 0.0 ) {

					float phi = 2.0 * PI * Xi.y;
					float sinTheta = 2.0 * alpha * sqrt( Xi.x * ( 1.0 - Xi.x ) ) * invQ;
					vec3 L = N * NdotL + ( tangent * cos( phi ) + bitangent * sin( phi ) ) * sinTheta;

					// Match the source mip to the sample's solid angle. The terms
					// independent of the sample are precomputed in lodBias.
					float d = alpha2 * invQ;
					float lod = max( log2( d ) + lodBias, 0.0 );

					// Weight by NdotL for the split-sum approximation
					prefilteredColor += textureLod( envMap, L, lod ).rgb * NdotL;
					totalWeight += NdotL;

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function ZM(){return sl("PMREMGGXIntegration",{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:p0}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float sourceLod;
		uniform int sourceSize;

		void main() {

			vec3 N = normalize( vWorldDirection );

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			float texelSize = 2.0 / float( sourceSize );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			// Pair opposite texels: only the one in N's hemisphere contributes.
			for ( int face = 0; face < 3; face ++ ) {

				for ( int y = 0; y < sourceSize; y ++ ) {

					for ( int x = 0; x < sourceSize; x ++ ) {

						vec2 uv = ( vec2( x, y ) + 0.5 ) * texelSize - 1.0;
						vec3 texelDirection = face == 0 ? vec3( 1.0, uv ) : ( face == 1 ? vec3( uv.x, 1.0, uv.y ) : vec3( uv, 1.0 ) );

						float invDistance = inversesqrt( 1.0 + dot( uv, uv ) );
						float NdotL = dot( N, texelDirection );
						texelDirection *= NdotL < 0.0 ? - 1.0 : 1.0;
						NdotL = abs( NdotL ) * invDistance;

						// With V = N, NdotH squared is ( 1 + NdotL ) / 2. Common factors
						// in the GGX distribution and texel solid angle cancel when normalized.
						float d = 1.0 + alpha2 + ( alpha2 - 1.0 ) * NdotL;
						float weight = NdotL * invDistance * invDistance * invDistance / ( d * d );

						prefilteredColor += textureLod( envMap, texelDirection, sourceLod ).rgb * weight;
						totalWeight += weight;

					}

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function JM(){return sl("PMREMSphericalGaussianBlur",{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${WM}
		#define GOLDEN_ANGLE 2.39996322973

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float sigma;

		#include <common>

		void main() {

			vec3 outputDirection = normalize( vWorldDirection );

			vec3 up = abs( outputDirection.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, outputDirection ) );
			vec3 bitangent = cross( outputDirection, tangent );

			// Truncate the kernel at three standard deviations or at the antipode.
			float thetaMax = min( 3.0 * sigma, PI );
			float truncation = 1.0 - exp( - 0.5 * thetaMax * thetaMax / ( sigma * sigma ) );

			vec3 accumColor = vec3( 0.0 );
			float accumWeight = 0.0;

			for ( int i = 0; i < SAMPLES; i ++ ) {

				// Stratified inverse-CDF sampling of the Gaussian, placed on a golden-angle spiral.
				float stratum = ( float( i ) + 0.5 ) / float( SAMPLES );
				float theta = sigma * sqrt( - 2.0 * log( 1.0 - stratum * truncation ) );
				float phi = float( i ) * GOLDEN_ANGLE;

				vec3 offset = cos( phi ) * tangent + sin( phi ) * bitangent;
				vec3 sampleDirection = cos( theta ) * outputDirection + sin( theta ) * offset;

				// Correct the planar sample density to solid angle.
				float weight = sin( theta ) / theta;

				accumColor += weight * textureLod( envMap, sampleDirection, 0.0 ).rgb;
				accumWeight += weight;

			}

			gl_FragColor = vec4( accumColor / accumWeight, 1.0 );

		}
	`)}function qg(){return sl("PMREMEquirectangularToCubemap",{envMap:{value:null}},`

		varying vec3 vWorldDirection;

		uniform sampler2D envMap;

		#include <common>

		void main() {

			// Average four subpixel samples to preserve small, bright features.
			vec3 direction = normalize( vWorldDirection );
			vec3 dx = dFdx( direction ) * 0.25;
			vec3 dy = dFdy( direction ) * 0.25;

			vec3 color = textureLod( envMap, equirectUv( normalize( direction - dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction - dx + dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx + dy ) ), 0.0 ).rgb;
			gl_FragColor = vec4( color * 0.25, 1.0 );

		}
	`)}function Yg(){return sl("PMREMCubemapToCubemap",{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function KM(i){let e=new WeakMap,t=new WeakMap,n=null;function s(u,f=!1){return u==null?null:f?o(u):r(u)}function r(u){if(u&&u.isTexture){let f=u.mapping;if(f===jc||f===Qc)if(e.has(u)){let g=e.get(u).texture;return a(g,u.mapping)}else{let g=u.image;if(g&&g.height>0){let v=new il(g.height);return v.fromEquirectangularTexture(i,u),e.set(u,v),u.addEventListener("dispose",c),a(v.texture,u.mapping)}else return null}}return u}function o(u){if(u&&u.isTexture&&u.isPMREMTexture!==!0){let f=u.mapping,g=f===jc||f===Qc,v=f===Cr||f===Ro;if(g||v){let m=t.get(u),p=m!==void 0?m.texture.pmremVersion:0;if(u.isRenderTargetTexture&&u.pmremVersion!==p)return n===null&&(n=new zh(i)),m=g?n.fromEquirectangular(u,m):n.fromCubemap(u,m),m.texture.pmremVersion=u.pmremVersion,t.set(u,m),m.texture;if(m!==void 0)return m.texture;{let S=u.image;return g&&S&&S.height>0||v&&S&&l(S)?(n===null&&(n=new zh(i)),m=g?n.fromEquirectangular(u):n.fromCubemap(u),m.texture.pmremVersion=u.pmremVersion,t.set(u,m),u.addEventListener("dispose",h),m.texture):null}}}return u}function a(u,f){return f===jc?u.mapping=Cr:f===Qc&&(u.mapping=Ro),u}function l(u){let f=0,g=6;for(let v=0;v<g;v++)u[v]!==void 0&&f++;return f===g}function c(u){let f=u.target;f.removeEventListener("dispose",c);let g=e.get(f);g!==void 0&&(e.delete(f),g.dispose())}function h(u){let f=u.target;f.removeEventListener("dispose",h);let g=t.get(f);g!==void 0&&(t.delete(f),g.dispose())}function d(){e=new WeakMap,t=new WeakMap,n!==null&&(n.dispose(),n=null)}return{get:s,dispose:d}}function jM(i){let e={};function t(n){if(e[n]!==void 0)return e[n];let s=i.getExtension(n);return e[n]=s,s}return{has:function(n){return t(n)!==null},init:function(){t("EXT_color_buffer_float"),t("WEBGL_clip_cull_distance"),t("OES_texture_float_linear"),t("EXT_color_buffer_half_float"),t("WEBGL_multisampled_render_to_texture"),t("WEBGL_render_shared_exponent")},get:function(n){let s=t(n);return s===null&&Sa("WebGLRenderer: "+n+" extension not supported."),s}}}function QM(i,e,t,n){let s={},r=new WeakMap,o=new FinalizationRegistry(g=>delete s[g]);function a(g){l(g.target)}function l(g){g.index!==null&&e.remove(g.index);for(let m in g.attributes)e.remove(g.attributes[m]);g.removeEventListener("dispose",a),delete s[g.id],o.unregister(g);let v=r.get(g);v&&(e.remove(v),r.delete(g)),n.releaseStatesOfGeometry(g),g.isInstancedBufferGeometry===!0&&delete g._maxInstanceCount,t.memory.geometries--}function c(g,v){return s[v.id]!==void 0||(v.addEventListener("dispose",a),s[v.id]=new WeakRef(v),o.register(v,v.id,v),t.memory.geometries++),v}function h(g){let v=g.attributes;for(let m in v)e.update(v[m],i.ARRAY_BUFFER)}function d(g){let v=g.index,m=g.attributes.position,p=0;if(m===void 0)return;let S=v!==null?v.array.length:m.array.length/3-1,P=m.count>=65535?Ia:Pa,T=new P(Math.ceil(S/3)*6,1),L=T.array;if(v!==null){let x=v.array;p=v.version;for(let E=0,V=0;E<S;E+=3){let F=x[E+0],O=x[E+1],G=x[E+2];L[V++]=F,L[V++]=O,L[V++]=O,L[V++]=G,L[V++]=G,L[V++]=F}}else{p=m.version;for(let x=0,E=0;x<S;x+=3){let V=x+0,F=x+1,O=x+2;L[E++]=V,L[E++]=F,L[E++]=F,L[E++]=O,L[E++]=O,L[E++]=V}}T.version=p;let A=r.get(g);A&&e.remove(A),r.set(g,T)}function u(g){let v=r.get(g);if(v){let m=g.index;m!==null&&v.version<m.version&&d(g)}else d(g);return r.get(g)}function f(){for(let g in s){let v=s[g].deref();v!==void 0&&l(v)}}return{get:c,update:h,getWireframeAttribute:u,dispose:f}}function ew(i,e,t){let n;function s(d){n=d}let r,o;function a(d){r=d.type,o=d.bytesPerElement}function l(d,u){i.drawElements(n,u,r,d*o),t.update(u,n,1)}function c(d,u,f){f!==0&&(i.drawElementsInstanced(n,u,r,d*o,f),t.update(u,n,f))}function h(d,u,f){if(f===0)return;e.get("WEBGL_multi_draw").multiDrawElementsWEBGL(n,u,0,r,d,0,f);let v=0;for(let m=0;m<f;m++)v+=u[m];t.update(v,n,1)}this.setMode=s,this.setIndex=a,this.render=l,this.renderInstances=c,this.renderMultiDraw=h}function tw(i){let e={geometries:0,textures:0},t={frame:0,calls:0,triangles:0,points:0,lines:0};function n(r,o,a){switch(t.calls++,o){case i.TRIANGLES:t.triangles+=a*(r/3);break;case i.LINES:t.lines+=a*(r/2);break;case i.LINE_STRIP:t.lines+=a*(r-1);break;case i.LINE_LOOP:t.lines+=a*r;break;case i.POINTS:t.points+=a*r;break;default:nt("WebGLInfo: Unknown draw mode:",o);break}}function s(){t.calls=0,t.triangles=0,t.points=0,t.lines=0}return{memory:e,render:t,programs:null,autoReset:!0,reset:s,update:n}}function nw(i,e,t){let n=new WeakMap,s=new nn;function r(o,a,l){let c=o.morphTargetInfluences,h=a.morphAttributes.position||a.morphAttributes.normal||a.morphAttributes.color,d=h!==void 0?h.length:0,u=n.get(a);if(u===void 0||u.count!==d){let V=function(){x.dispose(),n.delete(a),a.removeEventListener("dispose",V)};u!==void 0&&u.texture.dispose();let f=a.morphAttributes.position!==void 0,g=a.morphAttributes.normal!==void 0,v=a.morphAttributes.color!==void 0,m=a.morphAttributes.position||[],p=a.morphAttributes.normal||[],S=a.morphAttributes.color||[],P=0;f===!0&&(P=1),g===!0&&(P=2),v===!0&&(P=3);let T=a.attributes.position.count*P,L=1;T>e.maxTextureSize&&(L=Math.ceil(T/e.maxTextureSize),T=e.maxTextureSize);let A=new Float32Array(T*L*4*d),x=new Ca(A,T,L,d);x.type=Xi,x.needsUpdate=!0;let E=P*4;for(let F=0;F<d;F++){let O=m[F],G=p[F],X=S[F],U=T*L*4*F;for(let q=0;q<O.count;q++){let J=q*E;f===!0&&(s.fromBufferAttribute(O,q),A[U+J+0]=s.x,A[U+J+1]=s.y,A[U+J+2]=s.z,A[U+J+3]=0),g===!0&&(s.fromBufferAttribute(G,q),A[U+J+4]=s.x,A[U+J+5]=s.y,A[U+J+6]=s.z,A[U+J+7]=0),v===!0&&(s.fromBufferAttribute(X,q),A[U+J+8]=s.x,A[U+J+9]=s.y,A[U+J+10]=s.z,A[U+J+11]=X.itemSize===4?s.w:1)}}u={count:d,texture:x,size:new je(T,L)},n.set(a,u),a.addEventListener("dispose",V)}if(o.isInstancedMesh===!0&&o.morphTexture!==null)l.getUniforms().setValue(i,"morphTexture",o.morphTexture,t);else{let f=0;for(let v=0;v<c.length;v++)f+=c[v];let g=a.morphTargetsRelative?1:1-f;l.getUniforms().setValue(i,"morphTargetBaseInfluence",g),l.getUniforms().setValue(i,"morphTargetInfluences",c)}l.getUniforms().setValue(i,"morphTargetsTexture",u.texture,t),l.getUniforms().setValue(i,"morphTargetsTextureSize",u.size)}return{update:r}}function iw(i,e,t,n,s){let r=new WeakMap;function o(c){let h=s.render.frame,d=c.geometry,u=e.get(c,d);if(r.get(u)!==h&&(e.update(u),r.set(u,h)),c.isInstancedMesh&&(c.hasEventListener("dispose",l)===!1&&c.addEventListener("dispose",l),r.get(c)!==h&&(t.update(c.instanceMatrix,i.ARRAY_BUFFER),c.instanceColor!==null&&t.update(c.instanceColor,i.ARRAY_BUFFER),r.set(c,h))),c.isSkinnedMesh){let f=c.skeleton;r.get(f)!==h&&(f.update(),r.set(f,h))}return u}function a(){r=new WeakMap}function l(c){let h=c.target;h.removeEventListener("dispose",l),n.releaseStatesOfObject(h),t.remove(h.instanceMatrix),h.instanceColor!==null&&t.remove(h.instanceColor)}return{update:o,dispose:a}}var sw={[Ed]:"LINEAR_TONE_MAPPING",[Ad]:"REINHARD_TONE_MAPPING",[Cd]:"CINEON_TONE_MAPPING",[Rd]:"ACES_FILMIC_TONE_MAPPING",[Id]:"AGX_TONE_MAPPING",[Ld]:"NEUTRAL_TONE_MAPPING",[Pd]:"CUSTOM_TONE_MAPPING"};function rw(i,e,t,n,s,r){let o=new Si(e,t,{type:i,depthBuffer:s,stencilBuffer:r,samples:n?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),a=null,l=null,c=null,h=new bi;h.setAttribute("position",new An([-1,3,0,-1,-1,0,3,-1,0],3)),h.setAttribute("uv",new An([0,2,0,0,2,0],2));let d=new Oc({uniforms:{tDiffuse:{value:null}},vertexShader:`
			precision highp float;

			uniform mat4 modelViewMatrix;
			uniform mat4 projectionMatrix;

			attribute vec3 position;
			attribute vec2 uv;

			varying vec2 vUv;

			void main() {
				vUv = uv;
				gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
			}`,fragmentShader:`
			precision highp float;

			uniform sampler2D tDiffuse;

			varying vec2 vUv;

			#include <tonemapping_pars_fragment>
			#include <colorspace_pars_fragment>

			void main() {
				gl_FragColor = texture2D( tDiffuse, vUv );

				#ifdef LINEAR_TONE_MAPPING
					gl_FragColor.rgb = LinearToneMapping( gl_FragColor.rgb );
				#elif defined( REINHARD_TONE_MAPPING )
					gl_FragColor.rgb = ReinhardToneMapping( gl_FragColor.rgb );
				#elif defined( CINEON_TONE_MAPPING )
					gl_FragColor.rgb = CineonToneMapping( gl_FragColor.rgb );
				#elif defined( ACES_FILMIC_TONE_MAPPING )
					gl_FragColor.rgb = ACESFilmicToneMapping( gl_FragColor.rgb );
				#elif defined( AGX_TONE_MAPPING )
					gl_FragColor.rgb = AgXToneMapping( gl_FragColor.rgb );
				#elif defined( NEUTRAL_TONE_MAPPING )
					gl_FragColor.rgb = NeutralToneMapping( gl_FragColor.rgb );
				#elif defined( CUSTOM_TONE_MAPPING )
					gl_FragColor.rgb = CustomToneMapping( gl_FragColor.rgb );
				#endif

				#ifdef SRGB_TRANSFER
					gl_FragColor = sRGBTransferOETF( gl_FragColor );
				#endif
			}`,depthTest:!1,depthWrite:!1}),u=new Mi(h,d),f=new Va(-1,1,1,-1,0,1),g=null,v=null,m=!1,p,S=null,P=[],T=!1;this.setSize=function(L,A){o.setSize(L,A),a!==null&&a.setSize(L,A),l!==null&&l.setSize(L,A);for(let x=0;x<P.length;x++){let E=P[x];E.setSize&&E.setSize(L,A)}},this.setEffects=function(L){P=L,T=P.length>0&&P[0].isRenderPass===!0;let A=o.width,x=o.height;P.length>0&&a===null&&(a=new Si(A,x,{type:qi,depthBuffer:!1,stencilBuffer:!1}),l=new Si(A,x,{type:qi,depthBuffer:!1,stencilBuffer:!1}));let E=s===!0&&P.some(V=>V.needsDepthTexture===!0);E!==(o.depthTexture!==null)&&(E===!0&&c===null&&(c=new Ns(A,x),r===!0&&(c.format=Os,c.type=Rr)),o.dispose(),o.depthTexture=E?c:null,o.resolveDepthBuffer=E,o.storeMultisampledDepthBuffer=E);for(let V=0;V<P.length;V++){let F=P[V];F.setSize&&F.setSize(A,x),E&&F.needsDepthTexture===!0&&F.setDepthTexture&&F.setDepthTexture(c)}},this.begin=function(L,A){if(m||L.toneMapping===hs&&P.length===0)return!1;if(S=A,A!==null){let x=A.width,E=A.height;(o.width!==x||o.height!==E)&&this.setSize(x,E)}return T===!1&&L.setRenderTarget(o),p=L.toneMapping,L.toneMapping=hs,!0},this.hasRenderPass=function(){return T},this.end=function(L,A){L.toneMapping=p,m=!0;let x=o,E=a;for(let V=0;V<P.length;V++){let F=P[V];F.enabled!==!1&&(F.render(L,E,x,A),F.needsSwap!==!1&&(x=E,E=E===a?l:a))}if(g!==L.outputColorSpace||v!==L.toneMapping){g=L.outputColorSpace,v=L.toneMapping,d.defines={},Tt.getTransfer(g)===Dt&&(d.defines.SRGB_TRANSFER="");let V=sw[v];V&&(d.defines[V]=""),d.needsUpdate=!0}d.uniforms.tDiffuse.value=x.texture,L.setRenderTarget(S),L.render(u,f),S=null,m=!1},this.isCompositing=function(){return m},this.dispose=function(){o.dispose(),a!==null&&a.dispose(),l!==null&&l.dispose(),h.dispose(),d.dispose()}}var m0=new ai,g0=new Ns(1,1),_0=new Na(1),x0=new Ca,y0=new Cc,v0=new Da,$g=[],Zg=[],Jg=new Float32Array(16),Kg=new Float32Array(9),jg=new Float32Array(4);function Do(i,e,t){let n=i[0];if(n<=0||n>0)return i;let s=e*t,r=$g[s];if(r===void 0&&(r=new Float32Array(s),$g[s]=r),e!==0){n.toArray(r,0);for(let o=1,a=0;o!==e;++o)a+=t,i[o].toArray(r,a)}return r}function Cn(i,e){if(i.length!==e.length)return!1;for(let t=0,n=i.length;t<n;t++)if(i[t]!==e[t])return!1;return!0}function Rn(i,e){for(let t=0,n=e.length;t<n;t++)i[t]=e[t]}function Gh(i,e){let t=Zg[e];t===void 0&&(t=new Int32Array(e),Zg[e]=t);for(let n=0;n!==e;++n)t[n]=i.allocateTextureUnit();return t}function ow(i,e){let t=this.cache;t[0]!==e&&(i.uniform1f(this.addr,e),t[0]=e)}function aw(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2f(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Cn(t,e))return;i.uniform2fv(this.addr,e),Rn(t,e)}}function lw(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3f(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else if(e.r!==void 0)(t[0]!==e.r||t[1]!==e.g||t[2]!==e.b)&&(i.uniform3f(this.addr,e.r,e.g,e.b),t[0]=e.r,t[1]=e.g,t[2]=e.b);else{if(Cn(t,e))return;i.uniform3fv(this.addr,e),Rn(t,e)}}function cw(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4f(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Cn(t,e))return;i.uniform4fv(this.addr,e),Rn(t,e)}}function hw(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(Cn(t,e))return;i.uniformMatrix2fv(this.addr,!1,e),Rn(t,e)}else{if(Cn(t,n))return;jg.set(n),i.uniformMatrix2fv(this.addr,!1,jg),Rn(t,n)}}function uw(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(Cn(t,e))return;i.uniformMatrix3fv(this.addr,!1,e),Rn(t,e)}else{if(Cn(t,n))return;Kg.set(n),i.uniformMatrix3fv(this.addr,!1,Kg),Rn(t,n)}}function dw(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(Cn(t,e))return;i.uniformMatrix4fv(this.addr,!1,e),Rn(t,e)}else{if(Cn(t,n))return;Jg.set(n),i.uniformMatrix4fv(this.addr,!1,Jg),Rn(t,n)}}function fw(i,e){let t=this.cache;t[0]!==e&&(i.uniform1i(this.addr,e),t[0]=e)}function pw(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2i(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Cn(t,e))return;i.uniform2iv(this.addr,e),Rn(t,e)}}function mw(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3i(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(Cn(t,e))return;i.uniform3iv(this.addr,e),Rn(t,e)}}function gw(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4i(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Cn(t,e))return;i.uniform4iv(this.addr,e),Rn(t,e)}}function _w(i,e){let t=this.cache;t[0]!==e&&(i.uniform1ui(this.addr,e),t[0]=e)}function xw(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2ui(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(Cn(t,e))return;i.uniform2uiv(this.addr,e),Rn(t,e)}}function yw(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3ui(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(Cn(t,e))return;i.uniform3uiv(this.addr,e),Rn(t,e)}}function vw(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4ui(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(Cn(t,e))return;i.uniform4uiv(this.addr,e),Rn(t,e)}}function Hh(i){return i.version===0&&(i.compareFunction=Hd,i.needsUpdate=!0),i}function Sw(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s);let r;this.type===i.SAMPLER_2D_SHADOW?r=Hh(g0):r=m0,t.setTexture2D(e||r,s)}function bw(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s),t.setTexture3D(e||y0,s)}function Mw(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s);let r;this.type===i.SAMPLER_CUBE_SHADOW?r=Hh(_0):r=v0,t.setTextureCube(e||r,s)}function ww(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s),t.setTexture2DArray(e||x0,s)}function Tw(i){switch(i){case 5126:return ow;case 35664:return aw;case 35665:return lw;case 35666:return cw;case 35674:return hw;case 35675:return uw;case 35676:return dw;case 5124:case 35670:return fw;case 35667:case 35671:return pw;case 35668:case 35672:return mw;case 35669:case 35673:return gw;case 5125:return _w;case 36294:return xw;case 36295:return yw;case 36296:return vw;case 35678:case 36198:case 36298:case 36306:case 35682:return Sw;case 35679:case 36299:case 36307:return bw;case 35680:case 36300:case 36308:case 36293:return Mw;case 36289:case 36303:case 36311:case 36292:return ww}}function Ew(i,e){i.uniform1fv(this.addr,e)}function Aw(i,e){let t=Do(e,this.size,2);i.uniform2fv(this.addr,t)}function Cw(i,e){let t=Do(e,this.size,3);i.uniform3fv(this.addr,t)}function Rw(i,e){let t=Do(e,this.size,4);i.uniform4fv(this.addr,t)}function Pw(i,e){let t=Do(e,this.size,4);i.uniformMatrix2fv(this.addr,!1,t)}function Iw(i,e){let t=Do(e,this.size,9);i.uniformMatrix3fv(this.addr,!1,t)}function Lw(i,e){let t=Do(e,this.size,16);i.uniformMatrix4fv(this.addr,!1,t)}function Dw(i,e){i.uniform1iv(this.addr,e)}function Nw(i,e){i.uniform2iv(this.addr,e)}function Uw(i,e){i.uniform3iv(this.addr,e)}function Ow(i,e){i.uniform4iv(this.addr,e)}function Fw(i,e){i.uniform1uiv(this.addr,e)}function Bw(i,e){i.uniform2uiv(this.addr,e)}function kw(i,e){i.uniform3uiv(this.addr,e)}function zw(i,e){i.uniform4uiv(this.addr,e)}function Vw(i,e,t){let n=this.cache,s=e.length,r=Gh(t,s);Cn(n,r)||(i.uniform1iv(this.addr,r),Rn(n,r));let o;this.type===i.SAMPLER_2D_SHADOW?o=Hh(g0):o=m0;for(let a=0;a!==s;++a)t.setTexture2D(e[a]||o,r[a])}function Gw(i,e,t){let n=this.cache,s=e.length,r=Gh(t,s);Cn(n,r)||(i.uniform1iv(this.addr,r),Rn(n,r));for(let o=0;o!==s;++o)t.setTexture3D(e[o]||y0,r[o])}function Hw(i,e,t){let n=this.cache,s=e.length,r=Gh(t,s);Cn(n,r)||(i.uniform1iv(this.addr,r),Rn(n,r));let o;this.type===i.SAMPLER_CUBE_SHADOW?o=Hh(_0):o=v0;for(let a=0;a!==s;++a)t.setTextureCube(e[a]||o,r[a])}function Ww(i,e,t){let n=this.cache,s=e.length,r=Gh(t,s);Cn(n,r)||(i.uniform1iv(this.addr,r),Rn(n,r));for(let o=0;o!==s;++o)t.setTexture2DArray(e[o]||x0,r[o])}function Xw(i){switch(i){case 5126:return Ew;case 35664:return Aw;case 35665:return Cw;case 35666:return Rw;case 35674:return Pw;case 35675:return Iw;case 35676:return Lw;case 5124:case 35670:return Dw;case 35667:case 35671:return Nw;case 35668:case 35672:return Uw;case 35669:case 35673:return Ow;case 5125:return Fw;case 36294:return Bw;case 36295:return kw;case 36296:return zw;case 35678:case 36198:case 36298:case 36306:case 35682:return Vw;case 35679:case 36299:case 36307:return Gw;case 35680:case 36300:case 36308:case 36293:return Hw;case 36289:case 36303:case 36311:case 36292:return Ww}}var nf=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.setValue=Tw(t.type)}},sf=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.size=t.size,this.setValue=Xw(t.type)}},rf=class{constructor(e){this.id=e,this.seq=[],this.map={}}setValue(e,t,n){let s=this.seq;for(let r=0,o=s.length;r!==o;++r){let a=s[r];a.setValue(e,t[a.id],n)}}},ef=/(\w+)(\])?(\[|\.)?/g;function Qg(i,e){i.seq.push(e),i.map[e.id]=e}function qw(i,e,t){let n=i.name,s=n.length;for(ef.lastIndex=0;;){let r=ef.exec(n),o=ef.lastIndex,a=r[1],l=r[2]==="]",c=r[3];if(l&&(a=a|0),c===void 0||c==="["&&o+2===s){Qg(t,c===void 0?new nf(a,i,e):new sf(a,i,e));break}else{let d=t.map[a];d===void 0&&(d=new rf(a),Qg(t,d)),t=d}}}var Lo=class{constructor(e,t){this.seq=[],this.map={};let n=e.getProgramParameter(t,e.ACTIVE_UNIFORMS);for(let o=0;o<n;++o){let a=e.getActiveUniform(t,o),l=e.getUniformLocation(t,a.name);qw(a,l,this)}let s=[],r=[];for(let o of this.seq)o.type===e.SAMPLER_2D_SHADOW||o.type===e.SAMPLER_CUBE_SHADOW||o.type===e.SAMPLER_2D_ARRAY_SHADOW?s.push(o):r.push(o);s.length>0&&(this.seq=s.concat(r))}setValue(e,t,n,s){let r=this.map[t];r!==void 0&&r.setValue(e,n,s)}setOptional(e,t,n){let s=t[n];s!==void 0&&this.setValue(e,n,s)}static upload(e,t,n,s){for(let r=0,o=t.length;r!==o;++r){let a=t[r],l=n[a.id];l.needsUpdate!==!1&&a.setValue(e,l.value,s)}}static seqWithValue(e,t){let n=[];for(let s=0,r=e.length;s!==r;++s){let o=e[s];o.id in t&&n.push(o)}return n}};function e0(i,e,t){let n=i.createShader(e);return i.shaderSource(n,t),i.compileShader(n),n}var Yw=37297,$w=0;function Zw(i,e){let t=i.split(`
`),n=[],s=Math.max(e-6,0),r=Math.min(e+6,t.length);for(let o=s;o<r;o++){let a=o+1;n.push(`${a===e?">":" "} ${a}: ${t[o]}`)}return n.join(`
`)}var t0=new st;function Jw(i){Tt._getMatrix(t0,Tt.workingColorSpace,i);let e=`mat3( ${t0.elements.map(t=>t.toFixed(4))} )`;switch(Tt.getTransfer(i)){case Ea:return[e,"LinearTransferOETF"];case Dt:return[e,"sRGBTransferOETF"];default:return Je("WebGLProgram: Unsupported color space: ",i),[e,"LinearTransferOETF"]}}function n0(i,e,t){let n=i.getShaderParameter(e,i.COMPILE_STATUS),r=(i.getShaderInfoLog(e)||"").trim();if(n&&r==="")return"";let o=/ERROR: 0:(\d+)/.exec(r);if(o){let a=parseInt(o[1]);return t.toUpperCase()+`

`+r+`

`+Zw(i.getShaderSource(e),a)}else return r}function Kw(i,e){let t=Jw(e);return[`vec4 ${i}( vec4 value ) {`,`	return ${t[1]}( vec4( ${t[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var jw={[Ed]:"Linear",[Ad]:"Reinhard",[Cd]:"Cineon",[Rd]:"ACESFilmic",[Id]:"AgX",[Ld]:"Neutral",[Pd]:"Custom"};function Qw(i,e){let t=jw[e];return t===void 0?(Je("WebGLProgram: Unsupported toneMapping:",e),"vec3 "+i+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+i+"( vec3 color ) { return "+t+"ToneMapping( color ); }"}var kh=new $;function eT(){Tt.getLuminanceCoefficients(kh);let i=kh.x.toFixed(4),e=kh.y.toFixed(4),t=kh.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${i}, ${e}, ${t} );`,"	return dot( weights, rgb );","}"].join(`
`)}function tT(i){return[i.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",i.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(nl).join(`
`)}function nT(i){let e=[];for(let t in i){let n=i[t];n!==!1&&e.push("#define "+t+" "+n)}return e.join(`
`)}function iT(i,e){let t={},n=i.getProgramParameter(e,i.ACTIVE_ATTRIBUTES);for(let s=0;s<n;s++){let r=i.getActiveAttrib(e,s),o=r.name,a=1;r.type===i.FLOAT_MAT2&&(a=2),r.type===i.FLOAT_MAT3&&(a=3),r.type===i.FLOAT_MAT4&&(a=4),t[o]={type:r.type,location:i.getAttribLocation(e,o),locationSize:a}}return t}function nl(i){return i!==""}function i0(i,e){let t=e.numSpotLightShadows+e.numSpotLightMaps-e.numSpotLightShadowsWithMaps;return i.replace(/NUM_SUN_LIGHTS/g,e.numSunLights).replace(/NUM_DIR_LIGHTS/g,e.numDirLights).replace(/NUM_SPOT_LIGHTS/g,e.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,e.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,t).replace(/NUM_RECT_AREA_LIGHTS/g,e.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,e.numPointLights).replace(/NUM_HEMI_LIGHTS/g,e.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,e.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,e.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,e.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,e.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,e.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,e.numLightProbeGrids)}function s0(i,e){return i.replace(/NUM_CLIPPING_PLANES/g,e.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,e.numClippingPlanes-e.numClipIntersection)}var sT=/^[ \t]*#include +<([\w\d./]+)>/gm;function of(i){return i.replace(sT,rT)}function rT(i,e){let t=gt[e];if(t===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+e+">");return of(t)}var oT=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function r0(i){return i.replace(oT,aT)}function aT(i,e,t,n){let s="";for(let r=parseInt(e);r<parseInt(t);r++)s+=n.replace(/\[\s*i\s*\]/g,"[ "+r+" ]").replace(/UNROLLED_LOOP_INDEX/g,r);return s}function o0(i){let e=`precision ${i.precision} float;
	precision ${i.precision} int;
	precision ${i.precision} sampler2D;
	precision ${i.precision} samplerCube;
	precision ${i.precision} sampler3D;
	precision ${i.precision} sampler2DArray;
	precision ${i.precision} sampler2DShadow;
	precision ${i.precision} samplerCubeShadow;
	precision ${i.precision} sampler2DArrayShadow;
	precision ${i.precision} isampler2D;
	precision ${i.precision} isampler3D;
	precision ${i.precision} isamplerCube;
	precision ${i.precision} isampler2DArray;
	precision ${i.precision} usampler2D;
	precision ${i.precision} usampler3D;
	precision ${i.precision} usamplerCube;
	precision ${i.precision} usampler2DArray;
	`;return i.precision==="highp"?e+=`
#define HIGH_PRECISION`:i.precision==="mediump"?e+=`
#define MEDIUM_PRECISION`:i.precision==="lowp"&&(e+=`
#define LOW_PRECISION`),e}var lT={[Ya]:"SHADOWMAP_TYPE_PCF",[Ao]:"SHADOWMAP_TYPE_VSM"};function cT(i){return lT[i.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var hT={[Ro]:"ENVMAP_MODE_REFRACTION"};function uT(i){return i.envMap===!1?"ENVMAP_MODE_REFLECTION":hT[i.envMapMode]||"ENVMAP_MODE_REFLECTION"}var dT={[Kc]:"ENVMAP_BLENDING_MULTIPLY",[bg]:"ENVMAP_BLENDING_MIX",[Mg]:"ENVMAP_BLENDING_ADD"};function fT(i){return i.envMap===!1?"ENVMAP_BLENDING_NONE":dT[i.combine]||"ENVMAP_BLENDING_NONE"}function pT(i,e,t,n){let s=i.getContext(),r=t.defines,o=t.vertexShader,a=t.fragmentShader,l=cT(t),c=t.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",h=uT(t),d=fT(t),u=tT(t),f=nT(r),g=s.createProgram(),v,m,p=t.glslVersion?"#version "+t.glslVersion+`
`:"";t.isRawShaderMaterial?(v=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f].filter(nl).join(`
`),v.length>0&&(v+=`
`),m=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f].filter(nl).join(`
`),m.length>0&&(m+=`
`)):(v=[o0(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f,t.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",t.batching?"#define USE_BATCHING":"",t.batchingColor?"#define USE_BATCHING_COLOR":"",t.instancing?"#define USE_INSTANCING":"",t.instancingColor?"#define USE_INSTANCING_COLOR":"",t.instancingMorph?"#define USE_INSTANCING_MORPH":"",t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.map?"#define USE_MAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+h:"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.displacementMap?"#define USE_DISPLACEMENTMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.mapUv?"#define MAP_UV "+t.mapUv:"",t.alphaMapUv?"#define ALPHAMAP_UV "+t.alphaMapUv:"",t.lightMapUv?"#define LIGHTMAP_UV "+t.lightMapUv:"",t.aoMapUv?"#define AOMAP_UV "+t.aoMapUv:"",t.emissiveMapUv?"#define EMISSIVEMAP_UV "+t.emissiveMapUv:"",t.bumpMapUv?"#define BUMPMAP_UV "+t.bumpMapUv:"",t.normalMapUv?"#define NORMALMAP_UV "+t.normalMapUv:"",t.displacementMapUv?"#define DISPLACEMENTMAP_UV "+t.displacementMapUv:"",t.metalnessMapUv?"#define METALNESSMAP_UV "+t.metalnessMapUv:"",t.roughnessMapUv?"#define ROUGHNESSMAP_UV "+t.roughnessMapUv:"",t.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+t.anisotropyMapUv:"",t.clearcoatMapUv?"#define CLEARCOATMAP_UV "+t.clearcoatMapUv:"",t.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+t.clearcoatNormalMapUv:"",t.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+t.clearcoatRoughnessMapUv:"",t.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+t.diffuseRoughnessMapUv:"",t.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+t.iridescenceMapUv:"",t.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+t.iridescenceThicknessMapUv:"",t.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+t.sheenColorMapUv:"",t.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+t.sheenRoughnessMapUv:"",t.specularMapUv?"#define SPECULARMAP_UV "+t.specularMapUv:"",t.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+t.specularColorMapUv:"",t.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+t.specularIntensityMapUv:"",t.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+t.transmissionMapUv:"",t.thicknessMapUv?"#define THICKNESSMAP_UV "+t.thicknessMapUv:"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexNormals?"#define HAS_NORMAL":"",t.vertexColors?"#define USE_COLOR":"",t.vertexAlphas?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.flatShading?"#define FLAT_SHADED":"",t.skinning?"#define USE_SKINNING":"",t.morphTargets?"#define USE_MORPHTARGETS":"",t.morphNormals&&t.flatShading===!1?"#define USE_MORPHNORMALS":"",t.morphColors?"#define USE_MORPHCOLORS":"",t.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+t.morphTextureStride:"",t.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+t.morphTargetsCount:"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.sizeAttenuation?"#define USE_SIZEATTENUATION":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(nl).join(`
`),m=[o0(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f,t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",t.map?"#define USE_MAP":"",t.matcap?"#define USE_MATCAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+c:"",t.envMap?"#define "+h:"",t.envMap?"#define "+d:"",t.envMapPMREM?"#define ENVMAP_MAX_LOD "+t.envMapMaxLod+".0":"",t.envMapPMREM?"#define ENVMAP_SIZE "+t.envMapSize+".0":"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoat?"#define USE_CLEARCOAT":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.dispersion?"#define USE_DISPERSION":"",t.retroreflection?"#define USE_RETROREFLECTION":"",t.iridescence?"#define USE_IRIDESCENCE":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaTest?"#define USE_ALPHATEST":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.sheen?"#define USE_SHEEN":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexColors||t.instancingColor?"#define USE_COLOR":"",t.vertexAlphas||t.batchingColor?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.gradientMap?"#define USE_GRADIENTMAP":"",t.flatShading?"#define FLAT_SHADED":"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",t.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",t.toneMapping!==hs?"#define TONE_MAPPING":"",t.toneMapping!==hs?gt.tonemapping_pars_fragment:"",t.toneMapping!==hs?Qw("toneMapping",t.toneMapping):"",t.dithering?"#define DITHERING":"",t.opaque?"#define OPAQUE":"",gt.colorspace_pars_fragment,Kw("linearToOutputTexel",t.outputColorSpace),eT(),t.useDepthPacking?"#define DEPTH_PACKING "+t.depthPacking:"",`
`].filter(nl).join(`
`)),o=of(o),o=i0(o,t),o=s0(o,t),a=of(a),a=i0(a,t),a=s0(a,t),o=r0(o),a=r0(a),t.isRawShaderMaterial!==!0&&(p=`#version 300 es
`,v=[u,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+v,m=["#define varying in",t.glslVersion===Wd?"":"layout(location = 0) out highp vec4 pc_fragColor;",t.glslVersion===Wd?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+m);let S=p+v+o,P=p+m+a,T=e0(s,s.VERTEX_SHADER,S),L=e0(s,s.FRAGMENT_SHADER,P);s.attachShader(g,T),s.attachShader(g,L),t.index0AttributeName!==void 0?s.bindAttribLocation(g,0,t.index0AttributeName):t.hasPositionAttribute===!0&&s.bindAttribLocation(g,0,"position"),s.linkProgram(g);function A(F){if(i.debug.checkShaderErrors){let O=s.getProgramInfoLog(g)||"",G=s.getShaderInfoLog(T)||"",X=s.getShaderInfoLog(L)||"",U=O.trim(),q=G.trim(),J=X.trim(),W=!0,ue=!0;if(s.getProgramParameter(g,s.LINK_STATUS)===!1)if(W=!1,typeof i.debug.onShaderError=="function")i.debug.onShaderError(s,g,T,L);else{let Q=n0(s,T,"vertex"),te=n0(s,L,"fragment");nt("WebGLProgram: Shader Error "+s.getError()+" - VALIDATE_STATUS "+s.getProgramParameter(g,s.VALIDATE_STATUS)+`

Material Name: `+F.name+`
Material Type: `+F.type+`

Program Info Log: `+U+`
`+Q+`
`+te)}else U!==""?Je("WebGLProgram: Program Info Log:",U):(q===""||J==="")&&(ue=!1);ue&&(F.diagnostics={runnable:W,programLog:U,vertexShader:{log:q,prefix:v},fragmentShader:{log:J,prefix:m}})}s.deleteShader(T),s.deleteShader(L),x=new Lo(s,g),E=iT(s,g)}let x;this.getUniforms=function(){return x===void 0&&A(this),x};let E;this.getAttributes=function(){return E===void 0&&A(this),E};let V=t.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return V===!1&&(V=s.getProgramParameter(g,Yw)),V},this.destroy=function(){n.releaseStatesOfProgram(this),s.deleteProgram(g),this.program=void 0},this.type=t.shaderType,this.name=t.shaderName,this.id=$w++,this.cacheKey=e,this.usedTimes=1,this.program=g,this.vertexShader=T,this.fragmentShader=L,this}var mT=0,af=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(e,t,n){let s=this._getShaderCacheForMaterial(e);return s.has(t)===!1&&(s.add(t),t.usedTimes++),s.has(n)===!1&&(s.add(n),n.usedTimes++),this}remove(e){let t=this.materialCache.get(e);for(let n of t)n.usedTimes--,n.usedTimes===0&&this.shaderCache.delete(n.code);return this.materialCache.delete(e),this}getVertexShaderStage(e){return this._getShaderStage(e.vertexShader)}getFragmentShaderStage(e){return this._getShaderStage(e.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(e){let t=this.materialCache,n=t.get(e);return n===void 0&&(n=new Set,t.set(e,n)),n}_getShaderStage(e){let t=this.shaderCache,n=t.get(e);return n===void 0&&(n=new lf(e),t.set(e,n)),n}},lf=class{constructor(e){this.id=mT++,this.code=e,this.usedTimes=0}};function gT(i){return i===ur||i===Qa||i===el}function _T(i,e,t,n,s,r){let o=new So,a=new af,l=new Set,c=[],h=new Map,d=n.logarithmicDepthBuffer,u={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function f(x){return l.add(x),x===0?"uv":`uv${x}`}function g(x,E,V,F,O,G){let X=F.fog,U=O.geometry,q=x.isMeshStandardMaterial||x.isMeshLambertMaterial||x.isMeshPhongMaterial?F.environment:null,J=x.isMeshStandardMaterial||x.isMeshLambertMaterial&&!x.envMap||x.isMeshPhongMaterial&&!x.envMap,W=e.get(x.envMap||q,J),ue=u[x.type],Q=n.precision;x.precision!==null&&(Q=n.getMaxPrecision(x.precision),Q!==x.precision&&Je("WebGLProgram.getParameters:",x.precision,"not supported, using",Q,"instead."));let te=U.morphAttributes.position||U.morphAttributes.normal||U.morphAttributes.color,oe=te!==void 0?te.length:0,pe=0;U.morphAttributes.position!==void 0&&(pe=1),U.morphAttributes.normal!==void 0&&(pe=2),U.morphAttributes.color!==void 0&&(pe=3);let fe,ne,_e,ve;if(ue){let Pe=ds[ue];fe=Pe.vertexShader,ne=Pe.fragmentShader}else{fe=x.vertexShader,ne=x.fragmentShader;let Pe=a.getVertexShaderStage(x),dt=a.getFragmentShaderStage(x);a.update(x,Pe,dt),_e=Pe.id,ve=dt.id}let Re=i.getRenderTarget(),we=i.state.buffers.depth.getReversed(),qe=O.isInstancedMesh===!0,ct=O.isBatchedMesh===!0,We=!!x.map,_t=!!x.matcap,pt=!!W,rt=pt&&W.isPMREMTexture===!0,Qt=!!x.aoMap,Wt=!!x.lightMap,gn=!!x.bumpMap&&x.wireframe===!1,Bt=!!x.normalMap,Dn=!!x.displacementMap,At=!!x.emissiveMap,wn=!!x.metalnessMap,on=!!x.roughnessMap,_n=x.anisotropy>0,k=x.clearcoat>0,Ie=x.diffuseRoughness>0,Ke=x.dispersion>0,ht=x.retroreflectivity>0,Te=x.iridescence>0,zt=x.sheen>0,He=x.transmission>0,$e=_n&&!!x.anisotropyMap,I=k&&!!x.clearcoatMap,b=k&&!!x.clearcoatNormalMap,Y=k&&!!x.clearcoatRoughnessMap,de=Ie&&!!x.diffuseRoughnessMap,le=Te&&!!x.iridescenceMap,ye=Te&&!!x.iridescenceThicknessMap,Se=zt&&!!x.sheenColorMap,ie=zt&&!!x.sheenRoughnessMap,re=!!x.specularMap,ge=!!x.specularColorMap,B=!!x.specularIntensityMap,ae=He&&!!x.transmissionMap,se=He&&!!x.thicknessMap,Ee=!!x.gradientMap,xe=!!x.alphaMap,Me=x.alphaTest>0,Xe=!!x.alphaHash,et=!!x.extensions,he=hs;x.toneMapped&&(Re===null||Re.isXRRenderTarget===!0)&&(he=i.toneMapping);let ze=rt?W.isCompressedCubeTexture?W.image[0].mipmaps:W.mipmaps:null,tt={shaderID:ue,shaderType:x.type,shaderName:x.name,vertexShader:fe,fragmentShader:ne,defines:x.defines,customVertexShaderID:_e,customFragmentShaderID:ve,isRawShaderMaterial:x.isRawShaderMaterial===!0,glslVersion:x.glslVersion,precision:Q,batching:ct,batchingColor:ct&&O._colorsTexture!==null,instancing:qe,instancingColor:qe&&O.instanceColor!==null,instancingMorph:qe&&O.morphTexture!==null,outputColorSpace:Re===null?i.outputColorSpace:Re.isXRRenderTarget===!0?Re.texture.colorSpace:Tt.workingColorSpace,alphaToCoverage:!!x.alphaToCoverage,map:We,matcap:_t,envMap:pt,envMapMode:pt&&W.mapping,envMapPMREM:rt,envMapMaxLod:rt?ze.length-1:null,envMapSize:rt?ze[0].width:null,aoMap:Qt,lightMap:Wt,bumpMap:gn,normalMap:Bt,displacementMap:Dn,emissiveMap:At,normalMapObjectSpace:Bt&&x.normalMapType===Eg,normalMapTangentSpace:Bt&&x.normalMapType===Fh,packedNormalMap:Bt&&x.normalMapType===Fh&&gT(x.normalMap.format),metalnessMap:wn,roughnessMap:on,anisotropy:_n,anisotropyMap:$e,clearcoat:k,clearcoatMap:I,clearcoatNormalMap:b,clearcoatRoughnessMap:Y,diffuseRoughness:Ie,diffuseRoughnessMap:de,dispersion:Ke,retroreflection:ht,iridescence:Te,iridescenceMap:le,iridescenceThicknessMap:ye,sheen:zt,sheenColorMap:Se,sheenRoughnessMap:ie,specularMap:re,specularColorMap:ge,specularIntensityMap:B,transmission:He,transmissionMap:ae,thicknessMap:se,gradientMap:Ee,opaque:x.transparent===!1&&x.blending===Co&&x.alphaToCoverage===!1,alphaMap:xe,alphaTest:Me,alphaHash:Xe,combine:x.combine,mapUv:We&&f(x.map.channel),aoMapUv:Qt&&f(x.aoMap.channel),lightMapUv:Wt&&f(x.lightMap.channel),bumpMapUv:gn&&f(x.bumpMap.channel),normalMapUv:Bt&&f(x.normalMap.channel),displacementMapUv:Dn&&f(x.displacementMap.channel),emissiveMapUv:At&&f(x.emissiveMap.channel),metalnessMapUv:wn&&f(x.metalnessMap.channel),roughnessMapUv:on&&f(x.roughnessMap.channel),anisotropyMapUv:$e&&f(x.anisotropyMap.channel),clearcoatMapUv:I&&f(x.clearcoatMap.channel),clearcoatNormalMapUv:b&&f(x.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:Y&&f(x.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:de&&f(x.diffuseRoughnessMap.channel),iridescenceMapUv:le&&f(x.iridescenceMap.channel),iridescenceThicknessMapUv:ye&&f(x.iridescenceThicknessMap.channel),sheenColorMapUv:Se&&f(x.sheenColorMap.channel),sheenRoughnessMapUv:ie&&f(x.sheenRoughnessMap.channel),specularMapUv:re&&f(x.specularMap.channel),specularColorMapUv:ge&&f(x.specularColorMap.channel),specularIntensityMapUv:B&&f(x.specularIntensityMap.channel),transmissionMapUv:ae&&f(x.transmissionMap.channel),thicknessMapUv:se&&f(x.thicknessMap.channel),alphaMapUv:xe&&f(x.alphaMap.channel),vertexTangents:!!U.attributes.tangent&&(Bt||_n),vertexNormals:!!U.attributes.normal,vertexColors:x.vertexColors,vertexAlphas:x.vertexColors===!0&&!!U.attributes.color&&U.attributes.color.itemSize===4,pointsUvs:O.isPoints===!0&&!!U.attributes.uv&&(We||xe),fog:!!X,useFog:x.fog===!0,fogExp2:!!X&&X.isFogExp2,flatShading:x.wireframe===!1&&(x.flatShading===!0||U.attributes.normal===void 0&&Bt===!1&&(x.isMeshLambertMaterial||x.isMeshPhongMaterial||x.isMeshStandardMaterial||x.isMeshPhysicalMaterial)),sizeAttenuation:x.sizeAttenuation===!0,logarithmicDepthBuffer:d,reversedDepthBuffer:we,skinning:O.isSkinnedMesh===!0,hasPositionAttribute:U.attributes.position!==void 0,morphTargets:U.morphAttributes.position!==void 0,morphNormals:U.morphAttributes.normal!==void 0,morphColors:U.morphAttributes.color!==void 0,morphTargetsCount:oe,morphTextureStride:pe,numSunLights:E.sun.length,numDirLights:E.directional.length,numPointLights:E.point.length,numSpotLights:E.spot.length,numSpotLightMaps:E.spotLightMap.length,numRectAreaLights:E.rectArea.length,numHemiLights:E.hemi.length,numSunLightShadows:E.sunShadowMap.length,numDirLightShadows:E.directionalShadowMap.length,numPointLightShadows:E.pointShadowMap.length,numSpotLightShadows:E.spotShadowMap.length,numSpotLightShadowsWithMaps:E.numSpotLightShadowsWithMaps,numLightProbes:E.numLightProbes,numLightProbeGrids:G.filter(Pe=>Pe.texture!==null).length,numClippingPlanes:r.numPlanes,numClipIntersection:r.numIntersection,dithering:x.dithering,shadowMapEnabled:i.shadowMap.enabled&&V.length>0,shadowMapType:i.shadowMap.type,toneMapping:he,decodeVideoTexture:We&&x.map.isVideoTexture===!0&&Tt.getTransfer(x.map.colorSpace)===Dt,decodeVideoTextureEmissive:At&&x.emissiveMap.isVideoTexture===!0&&Tt.getTransfer(x.emissiveMap.colorSpace)===Dt,premultipliedAlpha:x.premultipliedAlpha,doubleSided:x.side===Di,flipSided:x.side===ri,useDepthPacking:x.depthPacking>=0,depthPacking:x.depthPacking||0,index0AttributeName:x.index0AttributeName,extensionClipCullDistance:et&&x.extensions.clipCullDistance===!0&&t.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(et&&x.extensions.multiDraw===!0||ct)&&t.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:t.has("KHR_parallel_shader_compile"),customProgramCacheKey:x.customProgramCacheKey()};return tt.vertexUv1s=l.has(1),tt.vertexUv2s=l.has(2),tt.vertexUv3s=l.has(3),l.clear(),tt}function v(x){let E=[];if(x.shaderID?E.push(x.shaderID):(E.push(x.customVertexShaderID),E.push(x.customFragmentShaderID)),x.defines!==void 0)for(let V in x.defines)E.push(V),E.push(x.defines[V]);return x.isRawShaderMaterial===!1&&(m(E,x),p(E,x),E.push(i.outputColorSpace)),E.push(x.customProgramCacheKey),E.join()}function m(x,E){x.push(E.precision),x.push(E.outputColorSpace),x.push(E.envMapMode),x.push(E.envMapPMREM),x.push(E.envMapMaxLod),x.push(E.envMapSize),x.push(E.mapUv),x.push(E.alphaMapUv),x.push(E.lightMapUv),x.push(E.aoMapUv),x.push(E.bumpMapUv),x.push(E.normalMapUv),x.push(E.displacementMapUv),x.push(E.emissiveMapUv),x.push(E.metalnessMapUv),x.push(E.roughnessMapUv),x.push(E.anisotropyMapUv),x.push(E.clearcoatMapUv),x.push(E.clearcoatNormalMapUv),x.push(E.clearcoatRoughnessMapUv),x.push(E.diffuseRoughnessMapUv),x.push(E.iridescenceMapUv),x.push(E.iridescenceThicknessMapUv),x.push(E.sheenColorMapUv),x.push(E.sheenRoughnessMapUv),x.push(E.specularMapUv),x.push(E.specularColorMapUv),x.push(E.specularIntensityMapUv),x.push(E.transmissionMapUv),x.push(E.thicknessMapUv),x.push(E.combine),x.push(E.fogExp2),x.push(E.sizeAttenuation),x.push(E.morphTargetsCount),x.push(E.numSunLights),x.push(E.numDirLights),x.push(E.numPointLights),x.push(E.numSpotLights),x.push(E.numSpotLightMaps),x.push(E.numHemiLights),x.push(E.numRectAreaLights),x.push(E.numSunLightShadows),x.push(E.numDirLightShadows),x.push(E.numPointLightShadows),x.push(E.numSpotLightShadows),x.push(E.numSpotLightShadowsWithMaps),x.push(E.numLightProbes),x.push(E.numLightProbeGrids),x.push(E.shadowMapType),x.push(E.toneMapping),x.push(E.numClippingPlanes),x.push(E.numClipIntersection),x.push(E.depthPacking)}function p(x,E){o.disableAll(),E.instancing&&o.enable(0),E.instancingColor&&o.enable(1),E.instancingMorph&&o.enable(2),E.matcap&&o.enable(3),E.envMap&&o.enable(4),E.normalMapObjectSpace&&o.enable(5),E.normalMapTangentSpace&&o.enable(6),E.clearcoat&&o.enable(7),E.iridescence&&o.enable(8),E.alphaTest&&o.enable(9),E.vertexColors&&o.enable(10),E.vertexAlphas&&o.enable(11),E.vertexUv1s&&o.enable(12),E.vertexUv2s&&o.enable(13),E.vertexUv3s&&o.enable(14),E.vertexTangents&&o.enable(15),E.anisotropy&&o.enable(16),E.alphaHash&&o.enable(17),E.batching&&o.enable(18),E.dispersion&&o.enable(19),E.retroreflection&&o.enable(24),E.diffuseRoughness&&o.enable(25),E.batchingColor&&o.enable(20),E.gradientMap&&o.enable(21),E.packedNormalMap&&o.enable(22),E.vertexNormals&&o.enable(23),x.push(o.mask),o.disableAll(),E.fog&&o.enable(0),E.useFog&&o.enable(1),E.flatShading&&o.enable(2),E.logarithmicDepthBuffer&&o.enable(3),E.reversedDepthBuffer&&o.enable(4),E.skinning&&o.enable(5),E.morphTargets&&o.enable(6),E.morphNormals&&o.enable(7),E.morphColors&&o.enable(8),E.premultipliedAlpha&&o.enable(9),E.shadowMapEnabled&&o.enable(10),E.doubleSided&&o.enable(11),E.flipSided&&o.enable(12),E.useDepthPacking&&o.enable(13),E.dithering&&o.enable(14),E.transmission&&o.enable(15),E.sheen&&o.enable(16),E.opaque&&o.enable(17),E.pointsUvs&&o.enable(18),E.decodeVideoTexture&&o.enable(19),E.decodeVideoTextureEmissive&&o.enable(20),E.alphaToCoverage&&o.enable(21),E.numLightProbeGrids>0&&o.enable(22),E.hasPositionAttribute&&o.enable(23),x.push(o.mask)}function S(x){let E=u[x.type],V;if(E){let F=ds[E];V=Vg.clone(F.uniforms)}else V=x.uniforms;return V}function P(x,E){let V=h.get(E);return V!==void 0?++V.usedTimes:(V=new pT(i,E,x,s),c.push(V),h.set(E,V)),V}function T(x){if(--x.usedTimes===0){let E=c.indexOf(x);c[E]=c[c.length-1],c.pop(),h.delete(x.cacheKey),x.destroy()}}function L(x){a.remove(x)}function A(){a.dispose()}return{getParameters:g,getProgramCacheKey:v,getUniforms:S,acquireProgram:P,releaseProgram:T,releaseShaderCache:L,programs:c,dispose:A}}function xT(){let i=new WeakMap;function e(o){return i.has(o)}function t(o){let a=i.get(o);return a===void 0&&(a={},i.set(o,a)),a}function n(o){i.delete(o)}function s(o,a,l){i.get(o)[a]=l}function r(){i=new WeakMap}return{has:e,get:t,remove:n,update:s,dispose:r}}function yT(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.material.id!==e.material.id?i.material.id-e.material.id:i.materialVariant!==e.materialVariant?i.materialVariant-e.materialVariant:i.z!==e.z?i.z-e.z:i.id-e.id}function a0(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.z!==e.z?e.z-i.z:i.id-e.id}function l0(){let i=[],e=0,t=[],n=[],s=[];function r(){e=0,t.length=0,n.length=0,s.length=0}function o(u){let f=0;return u.isInstancedMesh&&(f+=2),u.isSkinnedMesh&&(f+=1),f}function a(u,f,g,v,m,p){let S=i[e];return S===void 0?(S={id:u.id,object:u,geometry:f,material:g,materialVariant:o(u),groupOrder:v,renderOrder:u.renderOrder,z:m,group:p},i[e]=S):(S.id=u.id,S.object=u,S.geometry=f,S.material=g,S.materialVariant=o(u),S.groupOrder=v,S.renderOrder=u.renderOrder,S.z=m,S.group=p),e++,S}function l(u,f,g,v,m,p,S){S.reversedDepth===!0&&(m=-m);let P=a(u,f,g,v,m,p);g.transmission>0?n.push(P):g.transparent===!0?s.push(P):t.push(P)}function c(u,f,g,v,m,p){let S=a(u,f,g,v,m,p);g.transmission>0?n.unshift(S):g.transparent===!0?s.unshift(S):t.unshift(S)}function h(u,f){t.length>1&&t.sort(u||yT),n.length>1&&n.sort(f||a0),s.length>1&&s.sort(f||a0)}function d(){for(let u=e,f=i.length;u<f;u++){let g=i[u];if(g.id===null)break;g.id=null,g.object=null,g.geometry=null,g.material=null,g.group=null}}return{opaque:t,transmissive:n,transparent:s,init:r,push:l,unshift:c,finish:d,sort:h}}function vT(){let i=new WeakMap;function e(n,s){let r=i.get(n),o;return r===void 0?(o=new l0,i.set(n,[o])):s>=r.length?(o=new l0,r.push(o)):o=r[s],o}function t(){i=new WeakMap}return{get:e,dispose:t}}function ST(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={direction:new $,color:new St};break;case"SpotLight":t={position:new $,direction:new $,color:new St,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":t={position:new $,color:new St,distance:0,decay:0};break;case"HemisphereLight":t={direction:new $,skyColor:new St,groundColor:new St};break;case"RectAreaLight":t={color:new St,position:new $,halfWidth:new $,halfHeight:new $};break}return i[e.id]=t,t}}}function bT(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new je};break;case"SpotLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new je};break;case"PointLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new je,shadowCameraNear:1,shadowCameraFar:1e3};break}return i[e.id]=t,t}}}var MT=0;function wT(i,e){return(e.castShadow?2:0)-(i.castShadow?2:0)+(e.map?1:0)-(i.map?1:0)}function TT(i){let e=new ST,t=bT(),n={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let c=0;c<9;c++)n.probe.push(new $);let s=new $,r=new qt,o=new qt;function a(c){let h=0,d=0,u=0;for(let G=0;G<9;G++)n.probe[G].set(0,0,0);let f=0,g=0,v=0,m=0,p=0,S=0,P=0,T=0,L=0,A=0,x=0,E=0,V=0,F=0;c.sort(wT);for(let G=0,X=c.length;G<X;G++){let U=c[G],q=U.color,J=U.intensity,W=U.distance,ue=null;if(U.shadow&&U.shadow.map&&(U.shadow.map.texture.format===ur?ue=U.shadow.map.texture:ue=U.shadow.map.depthTexture||U.shadow.map.texture),U.isAmbientLight)h+=q.r*J,d+=q.g*J,u+=q.b*J;else if(U.isLightProbe){for(let Q=0;Q<9;Q++)n.probe[Q].addScaledVector(U.sh.coefficients[Q],J);F++}else if(U.isSunLight){let Q=e.get(U);if(Q.color.copy(U.color).multiplyScalar(U.intensity),U.castShadow){let te=U.shadow,oe=t.get(U);oe.shadowIntensity=te.intensity,oe.shadowBias=te.bias,oe.shadowNormalBias=te.normalBias,oe.shadowRadius=te.radius,oe.shadowMapSize.copy(te.mapSize).multiply(te.getFrameExtents()),n.sunShadow[g]=oe,n.sunShadowMap[g]=ue;let pe=te.getViewportCount();for(let fe=0;fe<pe;fe++)n.sunShadowMatrix[v+fe]=te.getMatrix(fe),n.sunShadowCascade[v+fe]=te._cascadeData[fe];v+=pe,g++}n.sun[f]=Q,f++}else if(U.isDirectionalLight){let Q=e.get(U);if(Q.color.copy(U.color).multiplyScalar(U.intensity),U.castShadow){let te=U.shadow,oe=t.get(U);oe.shadowIntensity=te.intensity,oe.shadowBias=te.bias,oe.shadowNormalBias=te.normalBias,oe.shadowRadius=te.radius,oe.shadowMapSize=te.mapSize,n.directionalShadow[m]=oe,n.directionalShadowMap[m]=ue,n.directionalShadowMatrix[m]=U.shadow.matrix,L++}n.directional[m]=Q,m++}else if(U.isSpotLight){let Q=e.get(U);Q.position.setFromMatrixPosition(U.matrixWorld),Q.color.copy(q).multiplyScalar(J),Q.distance=W,Q.coneCos=Math.cos(U.angle),Q.penumbraCos=Math.cos(U.angle*(1-U.penumbra)),Q.decay=U.decay,n.spot[S]=Q;let te=U.shadow;if(U.map&&(n.spotLightMap[E]=U.map,E++,te.updateMatrices(U),U.castShadow&&V++),n.spotLightMatrix[S]=te.matrix,U.castShadow){let oe=t.get(U);oe.shadowIntensity=te.intensity,oe.shadowBias=te.bias,oe.shadowNormalBias=te.normalBias,oe.shadowRadius=te.radius,oe.shadowMapSize=te.mapSize,n.spotShadow[S]=oe,n.spotShadowMap[S]=ue,x++}S++}else if(U.isRectAreaLight){let Q=e.get(U);Q.color.copy(q).multiplyScalar(J),Q.halfWidth.set(U.width*.5,0,0),Q.halfHeight.set(0,U.height*.5,0),n.rectArea[P]=Q,P++}else if(U.isPointLight){let Q=e.get(U);if(Q.color.copy(U.color).multiplyScalar(U.intensity),Q.distance=U.distance,Q.decay=U.decay,U.castShadow){let te=U.shadow,oe=t.get(U);oe.shadowIntensity=te.intensity,oe.shadowBias=te.bias,oe.shadowNormalBias=te.normalBias,oe.shadowRadius=te.radius,oe.shadowMapSize=te.mapSize,oe.shadowCameraNear=te.camera.near,oe.shadowCameraFar=te.camera.far,n.pointShadow[p]=oe,n.pointShadowMap[p]=ue,n.pointShadowMatrix[p]=U.shadow.matrix,A++}n.point[p]=Q,p++}else if(U.isHemisphereLight){let Q=e.get(U);Q.skyColor.copy(U.color).multiplyScalar(J),Q.groundColor.copy(U.groundColor).multiplyScalar(J),n.hemi[T]=Q,T++}}P>0&&(i.has("OES_texture_float_linear")===!0?(n.rectAreaLTC1=Ue.LTC_FLOAT_1,n.rectAreaLTC2=Ue.LTC_FLOAT_2):(n.rectAreaLTC1=Ue.LTC_HALF_1,n.rectAreaLTC2=Ue.LTC_HALF_2)),n.ambient[0]=h,n.ambient[1]=d,n.ambient[2]=u;let O=n.hash;(O.sunLength!==f||O.directionalLength!==m||O.pointLength!==p||O.spotLength!==S||O.rectAreaLength!==P||O.hemiLength!==T||O.numSunShadows!==g||O.numDirectionalShadows!==L||O.numPointShadows!==A||O.numSpotShadows!==x||O.numSpotMaps!==E||O.numLightProbes!==F)&&(n.sun.length=f,n.directional.length=m,n.spot.length=S,n.rectArea.length=P,n.point.length=p,n.hemi.length=T,n.sunShadow.length=g,n.sunShadowMap.length=g,n.sunShadowMatrix.length=v,n.sunShadowCascade.length=v,n.directionalShadow.length=L,n.directionalShadowMap.length=L,n.directionalShadowMatrix.length=L,n.pointShadow.length=A,n.pointShadowMap.length=A,n.pointShadowMatrix.length=A,n.spotShadow.length=x,n.spotShadowMap.length=x,n.spotLightMatrix.length=x+E-V,n.spotLightMap.length=E,n.numSpotLightShadowsWithMaps=V,n.numLightProbes=F,O.sunLength=f,O.directionalLength=m,O.pointLength=p,O.spotLength=S,O.rectAreaLength=P,O.hemiLength=T,O.numSunShadows=g,O.numDirectionalShadows=L,O.numPointShadows=A,O.numSpotShadows=x,O.numSpotMaps=E,O.numLightProbes=F,n.version=MT++)}function l(c,h){let d=0,u=0,f=0,g=0,v=0,m=0,p=h.matrixWorldInverse;for(let S=0,P=c.length;S<P;S++){let T=c[S];if(T.isSunLight){let L=n.sun[d];L.direction.setFromMatrixPosition(T.matrixWorld),L.direction.transformDirection(p),d++}else if(T.isDirectionalLight){let L=n.directional[u];L.direction.setFromMatrixPosition(T.matrixWorld),s.setFromMatrixPosition(T.target.matrixWorld),L.direction.sub(s),L.direction.transformDirection(p),u++}else if(T.isSpotLight){let L=n.spot[g];L.position.setFromMatrixPosition(T.matrixWorld),L.position.applyMatrix4(p),L.direction.setFromMatrixPosition(T.matrixWorld),s.setFromMatrixPosition(T.target.matrixWorld),L.direction.sub(s),L.direction.transformDirection(p),g++}else if(T.isRectAreaLight){let L=n.rectArea[v];L.position.setFromMatrixPosition(T.matrixWorld),L.position.applyMatrix4(p),o.identity(),r.copy(T.matrixWorld),r.premultiply(p),o.extractRotation(r),L.halfWidth.set(T.width*.5,0,0),L.halfHeight.set(0,T.height*.5,0),L.halfWidth.applyMatrix4(o),L.halfHeight.applyMatrix4(o),v++}else if(T.isPointLight){let L=n.point[f];L.position.setFromMatrixPosition(T.matrixWorld),L.position.applyMatrix4(p),f++}else if(T.isHemisphereLight){let L=n.hemi[m];L.direction.setFromMatrixPosition(T.matrixWorld),L.direction.transformDirection(p),m++}}}return{setup:a,setupView:l,state:n}}function c0(i){let e=new TT(i),t=[],n=[],s=[];function r(d){h.camera=d,t.length=0,n.length=0,s.length=0}function o(d){d.isLightProbeGrid?s.push(d):t.push(d)}function a(d){n.push(d)}function l(){e.setup(t),s.sort((d,u)=>d.priority-u.priority||d.id-u.id)}function c(d){e.setupView(t,d)}let h={lightsArray:t,shadowsArray:n,lightProbeGridArray:s,camera:null,lights:e,transmissionRenderTarget:{},textureUnits:0};return{init:r,state:h,setupLights:l,setupLightsView:c,pushLight:o,pushShadow:a}}function ET(i){let e=new WeakMap;function t(s,r=0){let o=e.get(s),a;return o===void 0?(a=new c0(i),e.set(s,[a])):r>=o.length?(a=new c0(i),o.push(a)):a=o[r],a}function n(){e=new WeakMap}return{get:t,dispose:n}}var AT=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,CT=`uniform sampler2D shadow_pass;
uniform vec2 resolution;
uniform float radius;
void main() {
	const float samples = float( VSM_SAMPLES );
	float mean = 0.0;
	float squared_mean = 0.0;
	float uvStride = samples <= 1.0 ? 0.0 : 2.0 / ( samples - 1.0 );
	float uvStart = samples <= 1.0 ? 0.0 : - 1.0;
	for ( float i = 0.0; i < samples; i ++ ) {
		float uvOffset = uvStart + i * uvStride;
		#ifdef HORIZONTAL_PASS
			vec2 distribution = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( uvOffset, 0.0 ) * radius ) / resolution ).rg;
			mean += distribution.x;
			squared_mean += distribution.y * distribution.y + distribution.x * distribution.x;
		#else
			float depth = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( 0.0, uvOffset ) * radius ) / resolution ).r;
			mean += depth;
			squared_mean += depth * depth;
		#endif
	}
	mean = mean / samples;
	squared_mean = squared_mean / samples;
	float std_dev = sqrt( max( 0.0, squared_mean - mean * mean ) );
	gl_FragColor = vec4( mean, std_dev, 0.0, 1.0 );
}`,RT=[new $(1,0,0),new $(-1,0,0),new $(0,1,0),new $(0,-1,0),new $(0,0,1),new $(0,0,-1)],PT=[new $(0,-1,0),new $(0,-1,0),new $(0,0,1),new $(0,0,-1),new $(0,-1,0),new $(0,-1,0)],h0=new qt,tl=new $,tf=new $;function IT(i,e,t){let n=new sr,s=new je,r=new je,o=new nn,a=new Fc,l=new Bc,c={},h=t.maxTextureSize,d={[hr]:ri,[ri]:hr,[Di]:Di},u=new cs({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new je},radius:{value:4}},vertexShader:AT,fragmentShader:CT}),f=u.clone();f.defines.HORIZONTAL_PASS=1;let g=new bi;g.setAttribute("position",new yi(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let v=new Mi(g,u),m=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=Ya;let p=this.type;this.render=function(A,x,E){if(m.enabled===!1||m.autoUpdate===!1&&m.needsUpdate===!1||A.length===0)return;this.type===ig&&(Je("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=Ya);let V=i.getRenderTarget(),F=i.getActiveCubeFace(),O=i.getActiveMipmapLevel(),G=i.state;G.setBlending(Er),G.buffers.depth.getReversed()===!0?G.buffers.color.setClear(0,0,0,0):G.buffers.color.setClear(1,1,1,1),G.buffers.depth.setTest(!0),G.setScissorTest(!1);let X=p!==this.type;X&&x.traverse(function(U){U.material&&(Array.isArray(U.material)?U.material.forEach(q=>q.needsUpdate=!0):U.material.needsUpdate=!0)});for(let U=0,q=A.length;U<q;U++){let J=A[U],W=J.shadow;if(W===void 0){Je("WebGLShadowMap:",J,"has no shadow.");continue}if(W.autoUpdate===!1&&W.needsUpdate===!1)continue;s.copy(W.mapSize);let ue=W.getFrameExtents();s.multiply(ue),r.copy(W.mapSize),(s.x>h||s.y>h)&&(s.x>h&&(r.x=Math.floor(h/ue.x),s.x=r.x*ue.x,W.mapSize.x=r.x),s.y>h&&(r.y=Math.floor(h/ue.y),s.y=r.y*ue.y,W.mapSize.y=r.y));let Q=i.state.buffers.depth.getReversed();if(W.camera._reversedDepth=Q,W.map===null||X===!0){if(W.map!==null&&(W.map.depthTexture!==null&&(W.map.depthTexture.dispose(),W.map.depthTexture=null),W.map.dispose()),this.type===Ao){if(J.isPointLight){Je("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}W.map=new Si(s.x,s.y,{format:ur,type:qi,minFilter:si,magFilter:si,generateMipmaps:!1}),W.map.texture.name=J.name+".shadowMap",W.map.depthTexture=new Ns(s.x,s.y,Xi),W.map.depthTexture.name=J.name+".shadowMapDepth",W.map.depthTexture.format=Ps,W.map.depthTexture.compareFunction=null,W.map.depthTexture.minFilter=Vn,W.map.depthTexture.magFilter=Vn}else J.isPointLight?(W.map=new il(s.x),W.map.depthTexture=new Na(s.x,Wi)):(W.map=new Si(s.x,s.y),W.map.depthTexture=new Ns(s.x,s.y,Wi)),W.map.depthTexture.name=J.name+".shadowMap",W.map.depthTexture.format=Ps,this.type===Ya?(W.map.depthTexture.compareFunction=Q?Gd:Vd,W.map.depthTexture.minFilter=si,W.map.depthTexture.magFilter=si):(W.map.depthTexture.compareFunction=null,W.map.depthTexture.minFilter=Vn,W.map.depthTexture.magFilter=Vn);W.camera.updateProjectionMatrix()}W.map.isWebGLCubeRenderTarget!==!0&&(W.map.width!==s.x||W.map.height!==s.y)&&W.map.setSize(s.x,s.y);let te=W.map.isWebGLCubeRenderTarget?6:W.getViewportCount();J.isPointLight!==!0&&W.updateMatrices(J,E);let oe=(W.camera.layers.mask&4294967294)!==0?W.camera.layers:E.layers;for(let pe=0;pe<te;pe++){let fe=W.getCamera(pe);if(J.isPointLight){let ne=W.camera,_e=W.matrix,ve=J.distance||ne.far;ve!==ne.far&&(ne.far=ve,ne.updateProjectionMatrix()),tl.setFromMatrixPosition(J.matrixWorld),ne.position.copy(tl),tf.copy(ne.position),tf.add(RT[pe]),ne.up.copy(PT[pe]),ne.lookAt(tf),ne.updateMatrixWorld(),_e.makeTranslation(-tl.x,-tl.y,-tl.z),h0.multiplyMatrices(ne.projectionMatrix,ne.matrixWorldInverse),W._frustum.setFromProjectionMatrix(h0,ne.coordinateSystem,ne.reversedDepth)}if(W.map.isWebGLCubeRenderTarget)i.setRenderTarget(W.map,pe),i.clear();else{pe===0&&(i.setRenderTarget(W.map),i.clear());let ne=W.getViewport(pe);o.set(r.x*ne.x,r.y*ne.y,r.x*ne.z,r.y*ne.w),G.viewport(o)}n=W.getFrustum(pe),T(x,E,fe,J,oe,this.type)}W.isPointLightShadow!==!0&&this.type===Ao&&S(W,E),W.needsUpdate=!1}p=this.type,m.needsUpdate=!1,i.setRenderTarget(V,F,O)};function S(A,x){let E=e.update(v);u.defines.VSM_SAMPLES!==A.blurSamples&&(u.defines.VSM_SAMPLES=A.blurSamples,f.defines.VSM_SAMPLES=A.blurSamples,u.needsUpdate=!0,f.needsUpdate=!0),A.mapPass===null?A.mapPass=new Si(s.x,s.y,{format:ur,type:qi}):(A.mapPass.width!==A.map.width||A.mapPass.height!==A.map.height)&&A.mapPass.setSize(A.map.width,A.map.height),u.uniforms.shadow_pass.value=A.map.depthTexture,u.uniforms.resolution.value.set(A.map.width,A.map.height),u.uniforms.radius.value=A.radius,i.setRenderTarget(A.mapPass),i.clear(),i.renderBufferDirect(x,null,E,u,v,null),f.uniforms.shadow_pass.value=A.mapPass.texture,f.uniforms.resolution.value.set(A.map.width,A.map.height),f.uniforms.radius.value=A.radius,i.setRenderTarget(A.map),i.clear(),i.renderBufferDirect(x,null,E,f,v,null)}function P(A,x,E,V){let F=null,O=E.isPointLight===!0?A.customDistanceMaterial:A.customDepthMaterial;if(O!==void 0)F=O;else if(F=E.isPointLight===!0?l:a,i.localClippingEnabled&&x.clipShadows===!0&&Array.isArray(x.clippingPlanes)&&x.clippingPlanes.length!==0||x.displacementMap&&x.displacementScale!==0||x.alphaMap&&x.alphaTest>0||x.map&&x.alphaTest>0||x.alphaToCoverage===!0){let G=F.uuid,X=x.uuid,U=c[G];U===void 0&&(U={},c[G]=U);let q=U[X];q===void 0&&(q=F.clone(),U[X]=q,x.addEventListener("dispose",L)),F=q}if(F.visible=x.visible,F.wireframe=x.wireframe,V===Ao?F.side=x.shadowSide!==null?x.shadowSide:x.side:F.side=x.shadowSide!==null?x.shadowSide:d[x.side],F.alphaMap=x.alphaMap,F.alphaTest=x.alphaToCoverage===!0?.5:x.alphaTest,F.map=x.map,F.clipShadows=x.clipShadows,F.clippingPlanes=x.clippingPlanes,F.clipIntersection=x.clipIntersection,F.displacementMap=x.displacementMap,F.displacementScale=x.displacementScale,F.displacementBias=x.displacementBias,F.wireframeLinewidth=x.wireframeLinewidth,F.linewidth=x.linewidth,E.isPointLight===!0&&F.isMeshDistanceMaterial===!0){let G=i.properties.get(F);G.light=E}return F}function T(A,x,E,V,F,O){if(A.visible===!1)return;if(A.layers.test(F)&&(A.isMesh||A.isLine||A.isPoints)&&(A.castShadow||A.receiveShadow&&O===Ao)&&(!A.frustumCulled||A.intersectsFrustum(n))){A.modelViewMatrix.multiplyMatrices(E.matrixWorldInverse,A.matrixWorld);let U=e.update(A),q=A.material;if(Array.isArray(q)){let J=U.groups;for(let W=0,ue=J.length;W<ue;W++){let Q=J[W],te=q[Q.materialIndex];if(te&&te.visible){let oe=P(A,te,V,O);A.onBeforeShadow(i,A,x,E,U,oe,Q),i.renderBufferDirect(E,null,U,oe,A,Q),A.onAfterShadow(i,A,x,E,U,oe,Q)}}}else if(q.visible){let J=P(A,q,V,O);A.onBeforeShadow(i,A,x,E,U,J,null),i.renderBufferDirect(E,null,U,J,A,null),A.onAfterShadow(i,A,x,E,U,J,null)}}let X=A.children;for(let U=0,q=X.length;U<q;U++)T(X[U],x,E,V,F,O)}function L(A){A.target.removeEventListener("dispose",L);for(let E in c){let V=c[E],F=A.target.uuid;F in V&&(V[F].dispose(),delete V[F])}}}function LT(i,e){function t(){let B=!1,ae=new nn,se=null,Ee=new nn(0,0,0,0);return{setMask:function(xe){se!==xe&&!B&&(i.colorMask(xe,xe,xe,xe),se=xe)},setLocked:function(xe){B=xe},setClear:function(xe,Me,Xe,et,he){he===!0&&(xe*=et,Me*=et,Xe*=et),ae.set(xe,Me,Xe,et),Ee.equals(ae)===!1&&(i.clearColor(xe,Me,Xe,et),Ee.copy(ae))},reset:function(){B=!1,se=null,Ee.set(-1,0,0,0)}}}function n(){let B=!1,ae=!1,se=null,Ee=null,xe=null;return{setReversed:function(Me){if(ae!==Me){let Xe=e.get("EXT_clip_control");Me?Xe.clipControlEXT(Xe.LOWER_LEFT_EXT,Xe.ZERO_TO_ONE_EXT):Xe.clipControlEXT(Xe.LOWER_LEFT_EXT,Xe.NEGATIVE_ONE_TO_ONE_EXT),ae=Me;let et=xe;xe=null,this.setClear(et)}},getReversed:function(){return ae},setTest:function(Me){Me?we(i.DEPTH_TEST):qe(i.DEPTH_TEST)},setMask:function(Me){se!==Me&&!B&&(i.depthMask(Me),se=Me)},setFunc:function(Me){if(ae&&(Me=Fg[Me]),Ee!==Me){switch(Me){case gc:i.depthFunc(i.NEVER);break;case _c:i.depthFunc(i.ALWAYS);break;case xc:i.depthFunc(i.LESS);break;case go:i.depthFunc(i.LEQUAL);break;case yc:i.depthFunc(i.EQUAL);break;case vc:i.depthFunc(i.GEQUAL);break;case Sc:i.depthFunc(i.GREATER);break;case bc:i.depthFunc(i.NOTEQUAL);break;default:i.depthFunc(i.LEQUAL)}Ee=Me}},setLocked:function(Me){B=Me},setClear:function(Me){xe!==Me&&(xe=Me,ae&&(Me=1-Me),i.clearDepth(Me))},reset:function(){B=!1,se=null,Ee=null,xe=null,ae=!1}}}function s(){let B=!1,ae=null,se=null,Ee=null,xe=null,Me=null,Xe=null,et=null,he=null;return{setTest:function(ze){B||(ze?we(i.STENCIL_TEST):qe(i.STENCIL_TEST))},setMask:function(ze){ae!==ze&&!B&&(i.stencilMask(ze),ae=ze)},setFunc:function(ze,tt,Pe){(se!==ze||Ee!==tt||xe!==Pe)&&(i.stencilFunc(ze,tt,Pe),se=ze,Ee=tt,xe=Pe)},setOp:function(ze,tt,Pe){(Me!==ze||Xe!==tt||et!==Pe)&&(i.stencilOp(ze,tt,Pe),Me=ze,Xe=tt,et=Pe)},setLocked:function(ze){B=ze},setClear:function(ze){he!==ze&&(i.clearStencil(ze),he=ze)},reset:function(){B=!1,ae=null,se=null,Ee=null,xe=null,Me=null,Xe=null,et=null,he=null}}}let r=new t,o=new n,a=new s,l={},c=new WeakMap,h={},d={},u={},f=new WeakMap,g=[],v=null,m=!1,p=null,S=null,P=null,T=null,L=null,A=null,x=null,E=new St(0,0,0),V=0,F=!1,O=null,G=null,X=null,U=null,q=null,J=i.getParameter(i.MAX_COMBINED_TEXTURE_IMAGE_UNITS),W=!1,ue=0,Q=i.getParameter(i.VERSION);Q.indexOf("WebGL")!==-1?(ue=parseFloat(/^WebGL (\d)/.exec(Q)[1]),W=ue>=1):Q.indexOf("OpenGL ES")!==-1&&(ue=parseFloat(/^OpenGL ES (\d)/.exec(Q)[1]),W=ue>=2);let te=null,oe={},pe=i.getParameter(i.SCISSOR_BOX),fe=i.getParameter(i.VIEWPORT),ne=new nn().fromArray(pe),_e=new nn().fromArray(fe);function ve(B,ae,se,Ee){let xe=new Uint8Array(4),Me=i.createTexture();i.bindTexture(B,Me),i.texParameteri(B,i.TEXTURE_MIN_FILTER,i.NEAREST),i.texParameteri(B,i.TEXTURE_MAG_FILTER,i.NEAREST);for(let Xe=0;Xe<se;Xe++)B===i.TEXTURE_3D||B===i.TEXTURE_2D_ARRAY?i.texImage3D(ae,0,i.RGBA,1,1,Ee,0,i.RGBA,i.UNSIGNED_BYTE,xe):i.texImage2D(ae+Xe,0,i.RGBA,1,1,0,i.RGBA,i.UNSIGNED_BYTE,xe);return Me}let Re={};Re[i.TEXTURE_2D]=ve(i.TEXTURE_2D,i.TEXTURE_2D,1),Re[i.TEXTURE_CUBE_MAP]=ve(i.TEXTURE_CUBE_MAP,i.TEXTURE_CUBE_MAP_POSITIVE_X,6),Re[i.TEXTURE_2D_ARRAY]=ve(i.TEXTURE_2D_ARRAY,i.TEXTURE_2D_ARRAY,1,1),Re[i.TEXTURE_3D]=ve(i.TEXTURE_3D,i.TEXTURE_3D,1,1),r.setClear(0,0,0,1),o.setClear(1),a.setClear(0),we(i.DEPTH_TEST),o.setFunc(go),gn(!1),Bt(vd),we(i.CULL_FACE),Qt(Er);function we(B){h[B]!==!0&&(i.enable(B),h[B]=!0)}function qe(B){h[B]!==!1&&(i.disable(B),h[B]=!1)}function ct(B,ae){return u[B]!==ae?(i.bindFramebuffer(B,ae),u[B]=ae,B===i.DRAW_FRAMEBUFFER&&(u[i.FRAMEBUFFER]=ae),B===i.FRAMEBUFFER&&(u[i.DRAW_FRAMEBUFFER]=ae),!0):!1}function We(B,ae){let se=g,Ee=!1;if(B){se=f.get(ae),se===void 0&&(se=[],f.set(ae,se));let xe=B.textures;if(se.length!==xe.length||se[0]!==i.COLOR_ATTACHMENT0){for(let Me=0,Xe=xe.length;Me<Xe;Me++)se[Me]=i.COLOR_ATTACHMENT0+Me;se.length=xe.length,Ee=!0}}else se[0]!==i.BACK&&(se[0]=i.BACK,Ee=!0);Ee&&i.drawBuffers(se)}function _t(B){return v!==B?(i.useProgram(B),v=B,!0):!1}let pt={[Ar]:i.FUNC_ADD,[rg]:i.FUNC_SUBTRACT,[og]:i.FUNC_REVERSE_SUBTRACT};pt[ag]=i.MIN,pt[lg]=i.MAX;let rt={[cg]:i.ZERO,[hg]:i.ONE,[ug]:i.SRC_COLOR,[wd]:i.SRC_ALPHA,[_g]:i.SRC_ALPHA_SATURATE,[mg]:i.DST_COLOR,[fg]:i.DST_ALPHA,[dg]:i.ONE_MINUS_SRC_COLOR,[Td]:i.ONE_MINUS_SRC_ALPHA,[gg]:i.ONE_MINUS_DST_COLOR,[pg]:i.ONE_MINUS_DST_ALPHA,[xg]:i.CONSTANT_COLOR,[yg]:i.ONE_MINUS_CONSTANT_COLOR,[vg]:i.CONSTANT_ALPHA,[Sg]:i.ONE_MINUS_CONSTANT_ALPHA};function Qt(B,ae,se,Ee,xe,Me,Xe,et,he,ze){if(B===Er){m===!0&&(qe(i.BLEND),m=!1);return}if(m===!1&&(we(i.BLEND),m=!0),B!==sg){if(B!==p||ze!==F){if((S!==Ar||L!==Ar)&&(i.blendEquation(i.FUNC_ADD),S=Ar,L=Ar),ze)switch(B){case Co:i.blendFuncSeparate(i.ONE,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case Sd:i.blendFunc(i.ONE,i.ONE);break;case bd:i.blendFuncSeparate(i.ZERO,i.ONE_MINUS_SRC_COLOR,i.ZERO,i.ONE);break;case Md:i.blendFuncSeparate(i.DST_COLOR,i.ONE_MINUS_SRC_ALPHA,i.ZERO,i.ONE);break;default:nt("WebGLState: Invalid blending: ",B);break}else switch(B){case Co:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case Sd:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE,i.ONE,i.ONE);break;case bd:nt("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case Md:nt("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:nt("WebGLState: Invalid blending: ",B);break}P=null,T=null,A=null,x=null,E.set(0,0,0),V=0,p=B,F=ze}return}xe=xe||ae,Me=Me||se,Xe=Xe||Ee,(ae!==S||xe!==L)&&(i.blendEquationSeparate(pt[ae],pt[xe]),S=ae,L=xe),(se!==P||Ee!==T||Me!==A||Xe!==x)&&(i.blendFuncSeparate(rt[se],rt[Ee],rt[Me],rt[Xe]),P=se,T=Ee,A=Me,x=Xe),(et.equals(E)===!1||he!==V)&&(i.blendColor(et.r,et.g,et.b,he),E.copy(et),V=he),p=B,F=!1}function Wt(B,ae){B.side===Di?qe(i.CULL_FACE):we(i.CULL_FACE);let se=B.side===ri;ae&&(se=!se),gn(se),B.blending===Co&&B.transparent===!1?Qt(Er):Qt(B.blending,B.blendEquation,B.blendSrc,B.blendDst,B.blendEquationAlpha,B.blendSrcAlpha,B.blendDstAlpha,B.blendColor,B.blendAlpha,B.premultipliedAlpha),o.setFunc(B.depthFunc),o.setTest(B.depthTest),o.setMask(B.depthWrite),r.setMask(B.colorWrite);let Ee=B.stencilWrite;a.setTest(Ee),Ee&&(a.setMask(B.stencilWriteMask),a.setFunc(B.stencilFunc,B.stencilRef,B.stencilFuncMask),a.setOp(B.stencilFail,B.stencilZFail,B.stencilZPass)),At(B.polygonOffset,B.polygonOffsetFactor,B.polygonOffsetUnits),B.alphaToCoverage===!0?we(i.SAMPLE_ALPHA_TO_COVERAGE):qe(i.SAMPLE_ALPHA_TO_COVERAGE)}function gn(B){O!==B&&(B?i.frontFace(i.CW):i.frontFace(i.CCW),O=B)}function Bt(B){B!==tg?(we(i.CULL_FACE),B!==G&&(B===vd?i.cullFace(i.BACK):B===ng?i.cullFace(i.FRONT):i.cullFace(i.FRONT_AND_BACK))):qe(i.CULL_FACE),G=B}function Dn(B){B!==X&&(W&&i.lineWidth(B),X=B)}function At(B,ae,se){B?(we(i.POLYGON_OFFSET_FILL),(U!==ae||q!==se)&&(U=ae,q=se,o.getReversed()&&(ae=-ae,se=-se),i.polygonOffset(ae,se))):qe(i.POLYGON_OFFSET_FILL)}function wn(B){B?we(i.SCISSOR_TEST):qe(i.SCISSOR_TEST)}function on(B){B===void 0&&(B=i.TEXTURE0+J-1),te!==B&&(i.activeTexture(B),te=B)}function _n(B,ae,se){se===void 0&&(te===null?se=i.TEXTURE0+J-1:se=te);let Ee=oe[se];Ee===void 0&&(Ee={type:void 0,texture:void 0},oe[se]=Ee),(Ee.type!==B||Ee.texture!==ae)&&(te!==se&&(i.activeTexture(se),te=se),i.bindTexture(B,ae||Re[B]),Ee.type=B,Ee.texture=ae)}function k(){let B=oe[te];B!==void 0&&B.type!==void 0&&(i.bindTexture(B.type,null),B.type=void 0,B.texture=void 0)}function Ie(){try{i.compressedTexImage2D(...arguments)}catch(B){nt("WebGLState:",B)}}function Ke(){try{i.compressedTexImage3D(...arguments)}catch(B){nt("WebGLState:",B)}}function ht(){try{i.texSubImage2D(...arguments)}catch(B){nt("WebGLState:",B)}}function Te(){try{i.texSubImage3D(...arguments)}catch(B){nt("WebGLState:",B)}}function zt(){try{i.compressedTexSubImage2D(...arguments)}catch(B){nt("WebGLState:",B)}}function He(){try{i.compressedTexSubImage3D(...arguments)}catch(B){nt("WebGLState:",B)}}function $e(){try{i.texStorage2D(...arguments)}catch(B){nt("WebGLState:",B)}}function I(){try{i.texStorage3D(...arguments)}catch(B){nt("WebGLState:",B)}}function b(){try{i.texImage2D(...arguments)}catch(B){nt("WebGLState:",B)}}function Y(){try{i.texImage3D(...arguments)}catch(B){nt("WebGLState:",B)}}function de(B){return d[B]!==void 0?d[B]:i.getParameter(B)}function le(B,ae){d[B]!==ae&&(i.pixelStorei(B,ae),d[B]=ae)}function ye(B){ne.equals(B)===!1&&(i.scissor(B.x,B.y,B.z,B.w),ne.copy(B))}function Se(B){_e.equals(B)===!1&&(i.viewport(B.x,B.y,B.z,B.w),_e.copy(B))}function ie(B,ae){let se=c.get(ae);se===void 0&&(se=new WeakMap,c.set(ae,se));let Ee=se.get(B);Ee===void 0&&(Ee=i.getUniformBlockIndex(ae,B.name),i.uniformBlockBinding(ae,Ee,Ee),se.set(B,Ee))}function re(B,ae,se){let xe=c.get(ae).get(B);l[xe]!==se&&(i.bindBufferBase(i.UNIFORM_BUFFER,xe,se),l[xe]=se)}function ge(){i.disable(i.BLEND),i.disable(i.CULL_FACE),i.disable(i.DEPTH_TEST),i.disable(i.POLYGON_OFFSET_FILL),i.disable(i.SCISSOR_TEST),i.disable(i.STENCIL_TEST),i.disable(i.SAMPLE_ALPHA_TO_COVERAGE),i.blendEquation(i.FUNC_ADD),i.blendFunc(i.ONE,i.ZERO),i.blendFuncSeparate(i.ONE,i.ZERO,i.ONE,i.ZERO),i.blendColor(0,0,0,0),i.colorMask(!0,!0,!0,!0),i.clearColor(0,0,0,0),i.depthMask(!0),i.depthFunc(i.LESS),o.setReversed(!1),i.clearDepth(1),i.stencilMask(4294967295),i.stencilFunc(i.ALWAYS,0,4294967295),i.stencilOp(i.KEEP,i.KEEP,i.KEEP),i.clearStencil(0),i.cullFace(i.BACK),i.frontFace(i.CCW),i.polygonOffset(0,0),i.activeTexture(i.TEXTURE0),i.bindFramebuffer(i.FRAMEBUFFER,null),i.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),i.bindFramebuffer(i.READ_FRAMEBUFFER,null),i.useProgram(null),i.lineWidth(1),i.scissor(0,0,i.canvas.width,i.canvas.height),i.viewport(0,0,i.canvas.width,i.canvas.height),i.pixelStorei(i.PACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,!1),i.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),i.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,i.BROWSER_DEFAULT_WEBGL),i.pixelStorei(i.PACK_ROW_LENGTH,0),i.pixelStorei(i.PACK_SKIP_PIXELS,0),i.pixelStorei(i.PACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_ROW_LENGTH,0),i.pixelStorei(i.UNPACK_IMAGE_HEIGHT,0),i.pixelStorei(i.UNPACK_SKIP_PIXELS,0),i.pixelStorei(i.UNPACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_SKIP_IMAGES,0),h={},d={},te=null,oe={},u={},l={},f=new WeakMap,g=[],v=null,m=!1,p=null,S=null,P=null,T=null,L=null,A=null,x=null,E=new St(0,0,0),V=0,F=!1,O=null,G=null,X=null,U=null,q=null,ne.set(0,0,i.canvas.width,i.canvas.height),_e.set(0,0,i.canvas.width,i.canvas.height),r.reset(),o.reset(),a.reset()}return{buffers:{color:r,depth:o,stencil:a},enable:we,disable:qe,bindFramebuffer:ct,drawBuffers:We,useProgram:_t,setBlending:Qt,setMaterial:Wt,setFlipSided:gn,setCullFace:Bt,setLineWidth:Dn,setPolygonOffset:At,setScissorTest:wn,activeTexture:on,bindTexture:_n,unbindTexture:k,compressedTexImage2D:Ie,compressedTexImage3D:Ke,texImage2D:b,texImage3D:Y,pixelStorei:le,getParameter:de,updateUBOMapping:ie,uniformBlockBinding:re,texStorage2D:$e,texStorage3D:I,texSubImage2D:ht,texSubImage3D:Te,compressedTexSubImage2D:zt,compressedTexSubImage3D:He,scissor:ye,viewport:Se,reset:ge}}function DT(i,e,t,n,s,r,o){let a=e.has("WEBGL_multisampled_render_to_texture")?e.get("WEBGL_multisampled_render_to_texture"):null,l=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),c=new je,h=new WeakMap,d=new Set,u,f=new WeakMap,g=new Set,v=new FinalizationRegistry(I=>g.delete(I)),m=!1;try{m=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function p(I,b){return m?new OffscreenCanvas(I,b):Aa("canvas")}function S(I,b,Y){let de=1,le=$e(I);if((le.width>Y||le.height>Y)&&(de=Y/Math.max(le.width,le.height)),de<1)if(typeof HTMLImageElement<"u"&&I instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&I instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&I instanceof ImageBitmap||typeof VideoFrame<"u"&&I instanceof VideoFrame){let ye=Math.floor(de*le.width),Se=Math.floor(de*le.height);u===void 0&&(u=p(ye,Se));let ie=b?p(ye,Se):u;return ie.width=ye,ie.height=Se,ie.getContext("2d").drawImage(I,0,0,ye,Se),Je("WebGLRenderer: Texture has been resized from ("+le.width+"x"+le.height+") to ("+ye+"x"+Se+")."),ie}else return"data"in I&&Je("WebGLRenderer: Image in DataTexture is too big ("+le.width+"x"+le.height+")."),I;return I}function P(I){return I.generateMipmaps}function T(I){i.generateMipmap(I)}function L(I){return I.isWebGLCubeRenderTarget?i.TEXTURE_CUBE_MAP:I.isWebGL3DRenderTarget?i.TEXTURE_3D:I.isWebGLArrayRenderTarget||I.isCompressedArrayTexture?i.TEXTURE_2D_ARRAY:i.TEXTURE_2D}function A(I,b,Y,de,le,ye=!1){if(I!==null){if(i[I]!==void 0)return i[I];Je("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+I+"'")}let Se;de&&(Se=e.get("EXT_texture_norm16"),Se||Je("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let ie=b;if(b===i.RED&&(Y===i.FLOAT&&(ie=i.R32F),Y===i.HALF_FLOAT&&(ie=i.R16F),Y===i.UNSIGNED_BYTE&&(ie=i.R8),Y===i.UNSIGNED_SHORT&&Se&&(ie=Se.R16_EXT),Y===i.SHORT&&Se&&(ie=Se.R16_SNORM_EXT)),b===i.RED_INTEGER&&(Y===i.UNSIGNED_BYTE&&(ie=i.R8UI),Y===i.UNSIGNED_SHORT&&(ie=i.R16UI),Y===i.UNSIGNED_INT&&(ie=i.R32UI),Y===i.BYTE&&(ie=i.R8I),Y===i.SHORT&&(ie=i.R16I),Y===i.INT&&(ie=i.R32I)),b===i.RG&&(Y===i.FLOAT&&(ie=i.RG32F),Y===i.HALF_FLOAT&&(ie=i.RG16F),Y===i.UNSIGNED_BYTE&&(ie=i.RG8),Y===i.UNSIGNED_SHORT&&Se&&(ie=Se.RG16_EXT),Y===i.SHORT&&Se&&(ie=Se.RG16_SNORM_EXT)),b===i.RG_INTEGER&&(Y===i.UNSIGNED_BYTE&&(ie=i.RG8UI),Y===i.UNSIGNED_SHORT&&(ie=i.RG16UI),Y===i.UNSIGNED_INT&&(ie=i.RG32UI),Y===i.BYTE&&(ie=i.RG8I),Y===i.SHORT&&(ie=i.RG16I),Y===i.INT&&(ie=i.RG32I)),b===i.RGB_INTEGER&&(Y===i.UNSIGNED_BYTE&&(ie=i.RGB8UI),Y===i.UNSIGNED_SHORT&&(ie=i.RGB16UI),Y===i.UNSIGNED_INT&&(ie=i.RGB32UI),Y===i.BYTE&&(ie=i.RGB8I),Y===i.SHORT&&(ie=i.RGB16I),Y===i.INT&&(ie=i.RGB32I)),b===i.RGBA_INTEGER&&(Y===i.UNSIGNED_BYTE&&(ie=i.RGBA8UI),Y===i.UNSIGNED_SHORT&&(ie=i.RGBA16UI),Y===i.UNSIGNED_INT&&(ie=i.RGBA32UI),Y===i.BYTE&&(ie=i.RGBA8I),Y===i.SHORT&&(ie=i.RGBA16I),Y===i.INT&&(ie=i.RGBA32I)),b===i.RGB&&(Y===i.UNSIGNED_SHORT&&Se&&(ie=Se.RGB16_EXT),Y===i.SHORT&&Se&&(ie=Se.RGB16_SNORM_EXT),Y===i.UNSIGNED_INT_5_9_9_9_REV&&(ie=i.RGB9_E5),Y===i.UNSIGNED_INT_10F_11F_11F_REV&&(ie=i.R11F_G11F_B10F)),b===i.RGBA){let re=ye?Ea:Tt.getTransfer(le);Y===i.FLOAT&&(ie=i.RGBA32F),Y===i.HALF_FLOAT&&(ie=i.RGBA16F),Y===i.UNSIGNED_BYTE&&(ie=re===Dt?i.SRGB8_ALPHA8:i.RGBA8),Y===i.UNSIGNED_SHORT&&Se&&(ie=Se.RGBA16_EXT),Y===i.SHORT&&Se&&(ie=Se.RGBA16_SNORM_EXT),Y===i.UNSIGNED_SHORT_4_4_4_4&&(ie=i.RGBA4),Y===i.UNSIGNED_SHORT_5_5_5_1&&(ie=i.RGB5_A1)}return(ie===i.R16F||ie===i.R32F||ie===i.RG16F||ie===i.RG32F||ie===i.RGBA16F||ie===i.RGBA32F)&&e.get("EXT_color_buffer_float"),ie}function x(I,b){let Y;return I?b===null||b===Wi||b===Rr?Y=i.DEPTH24_STENCIL8:b===Xi?Y=i.DEPTH32F_STENCIL8:b===Po&&(Y=i.DEPTH24_STENCIL8,Je("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):b===null||b===Wi||b===Rr?Y=i.DEPTH_COMPONENT24:b===Xi?Y=i.DEPTH_COMPONENT32F:b===Po&&(Y=i.DEPTH_COMPONENT16),Y}function E(I,b){return P(I)===!0||I.isFramebufferTexture&&I.minFilter!==Vn&&I.minFilter!==si?Math.log2(Math.max(b.width,b.height))+1:I.mipmaps.length>0?I.mipmaps.length:I.isCompressedTexture&&Array.isArray(I.image)?b.mipmaps.length:1}function V(I){let b=new WeakRef(I);n.get(I).__ref=b,g.add(b),v.register(I,b,b)}function F(I){let b=n.get(I).__ref;b!==void 0&&(g.delete(b),v.unregister(b))}function O(I){X(I.target)}function G(I){U(I.target)}function X(I){I.removeEventListener("dispose",O),F(I),J(I),I.isVideoTexture&&h.delete(I),I.isHTMLTexture&&d.delete(I)}function U(I){I.removeEventListener("dispose",G),F(I),ue(I)}function q(){for(let I of g){let b=I.deref();b!==void 0&&(b.isRenderTarget===!0?U(b):X(b))}g.clear(),d.clear()}function J(I){let b=n.get(I);if(b.__webglInit===void 0)return;let Y=I.source,de=f.get(Y);if(de){let le=de[b.__cacheKey];le.usedTimes--,le.usedTimes===0&&W(I),Object.keys(de).length===0&&f.delete(Y)}n.remove(I)}function W(I){let b=n.get(I);i.deleteTexture(b.__webglTexture);let Y=I.source,de=f.get(Y);delete de[b.__cacheKey],o.memory.textures--}function ue(I){let b=n.get(I);b.__depthDisposeCallback&&b.__depthDisposeCallback();let Y=I.depthTexture;if(Y&&Y.renderTarget===I&&X(Y),I.isWebGLCubeRenderTarget)for(let le=0;le<6;le++){if(Array.isArray(b.__webglFramebuffer[le]))for(let ye=0;ye<b.__webglFramebuffer[le].length;ye++)i.deleteFramebuffer(b.__webglFramebuffer[le][ye]);else i.deleteFramebuffer(b.__webglFramebuffer[le]);b.__webglDepthbuffer&&i.deleteRenderbuffer(b.__webglDepthbuffer[le])}else{if(Array.isArray(b.__webglFramebuffer))for(let le=0;le<b.__webglFramebuffer.length;le++)i.deleteFramebuffer(b.__webglFramebuffer[le]);else i.deleteFramebuffer(b.__webglFramebuffer);if(b.__webglDepthbuffer&&i.deleteRenderbuffer(b.__webglDepthbuffer),b.__webglMultisampledFramebuffer&&i.deleteFramebuffer(b.__webglMultisampledFramebuffer),b.__webglColorRenderbuffer)for(let le=0;le<b.__webglColorRenderbuffer.length;le++)b.__webglColorRenderbuffer[le]&&i.deleteRenderbuffer(b.__webglColorRenderbuffer[le]);b.__webglDepthRenderbuffer&&i.deleteRenderbuffer(b.__webglDepthRenderbuffer)}let de=I.textures;for(let le=0,ye=de.length;le<ye;le++){let Se=n.get(de[le]);Se.__webglTexture&&(i.deleteTexture(Se.__webglTexture),o.memory.textures--),n.remove(de[le])}n.remove(I)}let Q=0;function te(){Q=0}function oe(){return Q}function pe(I){Q=I}function fe(){let I=Q;return I>=s.maxTextures&&Je("WebGLTextures: Trying to use "+(I+1)+" texture units while this GPU supports only "+s.maxTextures),Q+=1,I}function ne(I){let b=[];return b.push(I.wrapS),b.push(I.wrapT),b.push(I.wrapR||0),b.push(I.magFilter),b.push(I.minFilter),b.push(I.anisotropy),b.push(I.internalFormat),b.push(I.format),b.push(I.type),b.push(I.generateMipmaps),b.push(I.mipmapsAutoUpdate),b.push(I.premultiplyAlpha),b.push(I.flipY),b.push(I.unpackAlignment),b.push(I.colorSpace),b.join()}function _e(I,b){let Y=n.get(I);if(I.isVideoTexture&&zt(I),I.isRenderTargetTexture===!1&&I.isExternalTexture!==!0&&I.version>0&&Y.__version!==I.version){let de=I.image;if(de===null)Je("WebGLRenderer: Texture marked for update but no image data found.");else if(de.complete===!1)Je("WebGLRenderer: Texture marked for update but image is incomplete");else{Wt(Y,I,b);return}}else I.isExternalTexture&&(Y.__webglTexture=I.sourceTexture?I.sourceTexture:null);t.bindTexture(i.TEXTURE_2D,Y.__webglTexture,i.TEXTURE0+b)}function ve(I,b){let Y=n.get(I);if(I.isRenderTargetTexture===!1&&I.version>0&&Y.__version!==I.version){Wt(Y,I,b);return}else I.isExternalTexture&&(Y.__webglTexture=I.sourceTexture?I.sourceTexture:null);t.bindTexture(i.TEXTURE_2D_ARRAY,Y.__webglTexture,i.TEXTURE0+b)}function Re(I,b){let Y=n.get(I);if(I.isRenderTargetTexture===!1&&I.version>0&&Y.__version!==I.version){Wt(Y,I,b);return}t.bindTexture(i.TEXTURE_3D,Y.__webglTexture,i.TEXTURE0+b)}function we(I,b){let Y=n.get(I);if(I.version>0&&Y.__version!==I.version){gn(Y,I,b);return}t.bindTexture(i.TEXTURE_CUBE_MAP,Y.__webglTexture,i.TEXTURE0+b)}let qe={[Mc]:i.REPEAT,[os]:i.CLAMP_TO_EDGE,[wc]:i.MIRRORED_REPEAT},ct={[Vn]:i.NEAREST,[wg]:i.NEAREST_MIPMAP_NEAREST,[$a]:i.NEAREST_MIPMAP_LINEAR,[si]:i.LINEAR,[eh]:i.LINEAR_MIPMAP_NEAREST,[Us]:i.LINEAR_MIPMAP_LINEAR},We={[Cg]:i.NEVER,[Hd]:i.ALWAYS,[Rg]:i.LESS,[Vd]:i.LEQUAL,[Pg]:i.EQUAL,[Gd]:i.GEQUAL,[Ig]:i.GREATER,[Lg]:i.NOTEQUAL};function _t(I,b){if(b.type===Xi&&e.has("OES_texture_float_linear")===!1&&(b.magFilter===si||b.magFilter===eh||b.magFilter===$a||b.magFilter===Us||b.minFilter===si||b.minFilter===eh||b.minFilter===$a||b.minFilter===Us)&&Je("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),i.texParameteri(I,i.TEXTURE_WRAP_S,qe[b.wrapS]),i.texParameteri(I,i.TEXTURE_WRAP_T,qe[b.wrapT]),(I===i.TEXTURE_3D||I===i.TEXTURE_2D_ARRAY)&&i.texParameteri(I,i.TEXTURE_WRAP_R,qe[b.wrapR]),i.texParameteri(I,i.TEXTURE_MAG_FILTER,ct[b.magFilter]),i.texParameteri(I,i.TEXTURE_MIN_FILTER,ct[b.minFilter]),b.compareFunction&&(i.texParameteri(I,i.TEXTURE_COMPARE_MODE,i.COMPARE_REF_TO_TEXTURE),i.texParameteri(I,i.TEXTURE_COMPARE_FUNC,We[b.compareFunction])),e.has("EXT_texture_filter_anisotropic")===!0){if(b.magFilter===Vn||b.minFilter!==$a&&b.minFilter!==Us||b.type===Xi&&e.has("OES_texture_float_linear")===!1)return;if(b.anisotropy>1||n.get(b).__currentAnisotropy){let Y=e.get("EXT_texture_filter_anisotropic");i.texParameterf(I,Y.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(b.anisotropy,s.getMaxAnisotropy())),n.get(b).__currentAnisotropy=b.anisotropy}}}function pt(I,b){let Y=!1;I.__webglInit===void 0&&(I.__webglInit=!0,b.addEventListener("dispose",O),V(b));let de=b.source,le=f.get(de);le===void 0&&(le={},f.set(de,le));let ye=ne(b);if(ye!==I.__cacheKey){le[ye]===void 0&&(le[ye]={texture:i.createTexture(),usedTimes:0},o.memory.textures++,Y=!0),le[ye].usedTimes++;let Se=le[I.__cacheKey];Se!==void 0&&(le[I.__cacheKey].usedTimes--,Se.usedTimes===0&&W(b)),I.__cacheKey=ye,I.__webglTexture=le[ye].texture}return Y}function rt(I,b,Y){return Math.floor(Math.floor(I/Y)/b)}function Qt(I,b,Y,de){let ye=I.updateRanges;if(ye.length===0)t.texSubImage2D(i.TEXTURE_2D,0,0,0,b.width,b.height,Y,de,b.data);else{ye.sort((B,ae)=>B.start-ae.start);let Se=0;for(let B=1;B<ye.length;B++){let ae=ye[Se],se=ye[B],Ee=ae.start+ae.count,xe=rt(se.start,b.width,4),Me=rt(ae.start,b.width,4);se.start<=Ee+1&&xe===Me&&rt(se.start+se.count-1,b.width,4)===xe?ae.count=Math.max(ae.count,se.start+se.count-ae.start):(++Se,ye[Se]=se)}ye.length=Se+1;let ie=t.getParameter(i.UNPACK_ROW_LENGTH),re=t.getParameter(i.UNPACK_SKIP_PIXELS),ge=t.getParameter(i.UNPACK_SKIP_ROWS);t.pixelStorei(i.UNPACK_ROW_LENGTH,b.width);for(let B=0,ae=ye.length;B<ae;B++){let se=ye[B],Ee=Math.floor(se.start/4),xe=Math.ceil(se.count/4),Me=Ee%b.width,Xe=Math.floor(Ee/b.width),et=xe,he=1;t.pixelStorei(i.UNPACK_SKIP_PIXELS,Me),t.pixelStorei(i.UNPACK_SKIP_ROWS,Xe),t.texSubImage2D(i.TEXTURE_2D,0,Me,Xe,et,he,Y,de,b.data)}I.clearUpdateRanges(),t.pixelStorei(i.UNPACK_ROW_LENGTH,ie),t.pixelStorei(i.UNPACK_SKIP_PIXELS,re),t.pixelStorei(i.UNPACK_SKIP_ROWS,ge)}}function Wt(I,b,Y){let de=i.TEXTURE_2D;(b.isDataArrayTexture||b.isCompressedArrayTexture)&&(de=i.TEXTURE_2D_ARRAY),b.isData3DTexture&&(de=i.TEXTURE_3D);let le=pt(I,b),ye=b.source;t.bindTexture(de,I.__webglTexture,i.TEXTURE0+Y);let Se=n.get(ye);if(ye.version!==Se.__version||le===!0){if(t.activeTexture(i.TEXTURE0+Y),(typeof ImageBitmap<"u"&&b.image instanceof ImageBitmap)===!1){let he=Tt.getPrimaries(Tt.workingColorSpace),ze=b.colorSpace===Fs?null:Tt.getPrimaries(b.colorSpace),tt=b.colorSpace===Fs||he===ze?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,b.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,b.premultiplyAlpha),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,tt)}t.pixelStorei(i.UNPACK_ALIGNMENT,b.unpackAlignment);let re=S(b.image,!1,s.maxTextureSize);re=He(b,re);let ge=r.convert(b.format,b.colorSpace),B=r.convert(b.type),ae=A(b.internalFormat,ge,B,b.normalized,b.colorSpace,b.isVideoTexture);_t(de,b);let se,Ee=b.mipmaps,xe=b.isVideoTexture!==!0,Me=Se.__version===void 0||le===!0,Xe=ye.dataReady,et=E(b,re);if(b.isDepthTexture)ae=x(b.format===Os,b.type),Me&&(xe?t.texStorage2D(i.TEXTURE_2D,1,ae,re.width,re.height):t.texImage2D(i.TEXTURE_2D,0,ae,re.width,re.height,0,ge,B,null));else if(b.isDataTexture)if(Ee.length>0){xe&&Me&&t.texStorage2D(i.TEXTURE_2D,et,ae,Ee[0].width,Ee[0].height);for(let he=0,ze=Ee.length;he<ze;he++)se=Ee[he],xe?Xe&&t.texSubImage2D(i.TEXTURE_2D,he,0,0,se.width,se.height,ge,B,se.data):t.texImage2D(i.TEXTURE_2D,he,ae,se.width,se.height,0,ge,B,se.data);b.generateMipmaps=!1}else xe?(Me&&t.texStorage2D(i.TEXTURE_2D,et,ae,re.width,re.height),Xe&&Qt(b,re,ge,B)):t.texImage2D(i.TEXTURE_2D,0,ae,re.width,re.height,0,ge,B,re.data);else if(b.isCompressedTexture)if(b.isCompressedArrayTexture){xe&&Me&&t.texStorage3D(i.TEXTURE_2D_ARRAY,et,ae,Ee[0].width,Ee[0].height,re.depth);for(let he=0,ze=Ee.length;he<ze;he++)if(se=Ee[he],b.format!==Yi)if(ge!==null)if(xe){if(Xe)if(b.layerUpdates.size>0){let tt=Qd(se.width,se.height,b.format,b.type);for(let Pe of b.layerUpdates){let dt=se.data.subarray(Pe*tt/se.data.BYTES_PER_ELEMENT,(Pe+1)*tt/se.data.BYTES_PER_ELEMENT);t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,he,0,0,Pe,se.width,se.height,1,ge,dt)}}else t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,he,0,0,0,se.width,se.height,re.depth,ge,se.data)}else t.compressedTexImage3D(i.TEXTURE_2D_ARRAY,he,ae,se.width,se.height,re.depth,0,se.data,0,0);else Je("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else xe?Xe&&t.texSubImage3D(i.TEXTURE_2D_ARRAY,he,0,0,0,se.width,se.height,re.depth,ge,B,se.data):t.texImage3D(i.TEXTURE_2D_ARRAY,he,ae,se.width,se.height,re.depth,0,ge,B,se.data);b.layerUpdates.size>0&&b.clearLayerUpdates()}else{xe&&Me&&t.texStorage2D(i.TEXTURE_2D,et,ae,Ee[0].width,Ee[0].height);for(let he=0,ze=Ee.length;he<ze;he++)se=Ee[he],b.format!==Yi?ge!==null?xe?Xe&&t.compressedTexSubImage2D(i.TEXTURE_2D,he,0,0,se.width,se.height,ge,se.data):t.compressedTexImage2D(i.TEXTURE_2D,he,ae,se.width,se.height,0,se.data):Je("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):xe?Xe&&t.texSubImage2D(i.TEXTURE_2D,he,0,0,se.width,se.height,ge,B,se.data):t.texImage2D(i.TEXTURE_2D,he,ae,se.width,se.height,0,ge,B,se.data)}else if(b.isDataArrayTexture)if(xe){if(Me&&t.texStorage3D(i.TEXTURE_2D_ARRAY,et,ae,re.width,re.height,re.depth),Xe)if(b.layerUpdates.size>0){let he=Qd(re.width,re.height,b.format,b.type);for(let ze of b.layerUpdates){let tt=re.data.subarray(ze*he/re.data.BYTES_PER_ELEMENT,(ze+1)*he/re.data.BYTES_PER_ELEMENT);t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,ze,re.width,re.height,1,ge,B,tt)}b.clearLayerUpdates()}else t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,0,re.width,re.height,re.depth,ge,B,re.data)}else t.texImage3D(i.TEXTURE_2D_ARRAY,0,ae,re.width,re.height,re.depth,0,ge,B,re.data);else if(b.isData3DTexture)xe?(Me&&t.texStorage3D(i.TEXTURE_3D,et,ae,re.width,re.height,re.depth),Xe&&t.texSubImage3D(i.TEXTURE_3D,0,0,0,0,re.width,re.height,re.depth,ge,B,re.data)):t.texImage3D(i.TEXTURE_3D,0,ae,re.width,re.height,re.depth,0,ge,B,re.data);else if(b.isFramebufferTexture){if(Me)if(xe)t.texStorage2D(i.TEXTURE_2D,et,ae,re.width,re.height);else{let he=re.width,ze=re.height;for(let tt=0;tt<et;tt++)t.texImage2D(i.TEXTURE_2D,tt,ae,he,ze,0,ge,B,null),he>>=1,ze>>=1}}else if(b.isHTMLTexture){if("texElementImage2D"in i){let he=i.canvas;if(he.hasAttribute("layoutsubtree")||he.setAttribute("layoutsubtree","true"),re.parentNode!==he){he.appendChild(re),d.add(b),he.onpaint=ze=>{let tt=ze.changedElements;for(let Pe of d)tt.includes(Pe.image)&&(Pe.needsUpdate=!0)},he.requestPaint();return}if(i.texElementImage2D.length===3)i.texElementImage2D(i.TEXTURE_2D,i.RGBA8,re);else{let tt=i.RGBA,Pe=i.RGBA,dt=i.UNSIGNED_BYTE;i.texElementImage2D(i.TEXTURE_2D,0,tt,Pe,dt,re)}i.texParameteri(i.TEXTURE_2D,i.TEXTURE_MIN_FILTER,i.LINEAR),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_S,i.CLAMP_TO_EDGE),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_T,i.CLAMP_TO_EDGE)}}else if(Ee.length>0){if(xe&&Me){let he=$e(Ee[0]);t.texStorage2D(i.TEXTURE_2D,et,ae,he.width,he.height)}for(let he=0,ze=Ee.length;he<ze;he++)se=Ee[he],xe?Xe&&t.texSubImage2D(i.TEXTURE_2D,he,0,0,ge,B,se):t.texImage2D(i.TEXTURE_2D,he,ae,ge,B,se);b.generateMipmaps=!1}else if(xe){if(Me){let he=$e(re);t.texStorage2D(i.TEXTURE_2D,et,ae,he.width,he.height)}Xe&&t.texSubImage2D(i.TEXTURE_2D,0,0,0,ge,B,re)}else t.texImage2D(i.TEXTURE_2D,0,ae,ge,B,re);P(b)&&b.mipmapsAutoUpdate===!0&&T(de),Se.__version=ye.version,b.onUpdate&&b.onUpdate(b)}I.__version=b.version}function gn(I,b,Y){if(b.image.length!==6)return;let de=pt(I,b),le=b.source;t.bindTexture(i.TEXTURE_CUBE_MAP,I.__webglTexture,i.TEXTURE0+Y);let ye=n.get(le);if(le.version!==ye.__version||de===!0){t.activeTexture(i.TEXTURE0+Y);let Se=Tt.getPrimaries(Tt.workingColorSpace),ie=b.colorSpace===Fs?null:Tt.getPrimaries(b.colorSpace),re=b.colorSpace===Fs||Se===ie?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,b.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,b.premultiplyAlpha),t.pixelStorei(i.UNPACK_ALIGNMENT,b.unpackAlignment),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,re);let ge=b.isCompressedTexture||b.image[0].isCompressedTexture,B=b.image[0]&&b.image[0].isDataTexture,ae=[];for(let Pe=0;Pe<6;Pe++)!ge&&!B?ae[Pe]=S(b.image[Pe],!0,s.maxCubemapSize):ae[Pe]=B?b.image[Pe].image:b.image[Pe],ae[Pe]=He(b,ae[Pe]);let se=ae[0],Ee=r.convert(b.format,b.colorSpace),xe=r.convert(b.type),Me=A(b.internalFormat,Ee,xe,b.normalized,b.colorSpace),Xe=b.isVideoTexture!==!0,et=ye.__version===void 0||de===!0,he=le.dataReady,ze=E(b,se);_t(i.TEXTURE_CUBE_MAP,b);let tt;if(b.isDepthTexture){if(Me=x(b.format===Os,b.type),et)if(Xe)t.texStorage2D(i.TEXTURE_CUBE_MAP,1,Me,se.width,se.height);else for(let Pe=0;Pe<6;Pe++)t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,Me,se.width,se.height,0,Ee,xe,null)}else if(ge){Xe&&et&&t.texStorage2D(i.TEXTURE_CUBE_MAP,ze,Me,se.width,se.height);for(let Pe=0;Pe<6;Pe++){tt=ae[Pe].mipmaps;for(let dt=0;dt<tt.length;dt++){let Yt=tt[dt];b.format!==Yi?Ee!==null?Xe?he&&t.compressedTexSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt,0,0,Yt.width,Yt.height,Ee,Yt.data):t.compressedTexImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt,Me,Yt.width,Yt.height,0,Yt.data):Je("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):Xe?he&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt,0,0,Yt.width,Yt.height,Ee,xe,Yt.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt,Me,Yt.width,Yt.height,0,Ee,xe,Yt.data)}}}else{if(tt=b.mipmaps,Xe&&et){tt.length>0&&ze++;let Pe=$e(ae[0]);t.texStorage2D(i.TEXTURE_CUBE_MAP,ze,Me,Pe.width,Pe.height)}for(let Pe=0;Pe<6;Pe++)if(B){Xe?he&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,0,0,ae[Pe].width,ae[Pe].height,Ee,xe,ae[Pe].data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,Me,ae[Pe].width,ae[Pe].height,0,Ee,xe,ae[Pe].data);for(let dt=0;dt<tt.length;dt++){let jn=tt[dt].image[Pe].image;Xe?he&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt+1,0,0,jn.width,jn.height,Ee,xe,jn.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt+1,Me,jn.width,jn.height,0,Ee,xe,jn.data)}}else{Xe?he&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,0,0,Ee,xe,ae[Pe]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,0,Me,Ee,xe,ae[Pe]);for(let dt=0;dt<tt.length;dt++){let Yt=tt[dt];Xe?he&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt+1,0,0,Ee,xe,Yt.image[Pe]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Pe,dt+1,Me,Ee,xe,Yt.image[Pe])}}}P(b)&&b.mipmapsAutoUpdate===!0&&T(i.TEXTURE_CUBE_MAP),ye.__version=le.version,b.onUpdate&&b.onUpdate(b)}I.__version=b.version}function Bt(I,b,Y,de,le,ye){let Se=r.convert(Y.format,Y.colorSpace),ie=r.convert(Y.type),re=A(Y.internalFormat,Se,ie,Y.normalized,Y.colorSpace),ge=n.get(b),B=n.get(Y);if(B.__renderTarget=b,!ge.__hasExternalTextures){let ae=Math.max(1,b.width>>ye),se=Math.max(1,b.height>>ye);le===i.TEXTURE_3D||le===i.TEXTURE_2D_ARRAY?t.texImage3D(le,ye,re,ae,se,b.depth,0,Se,ie,null):t.texImage2D(le,ye,re,ae,se,0,Se,ie,null)}t.bindFramebuffer(i.FRAMEBUFFER,I),Te(b)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,de,le,B.__webglTexture,0,ht(b)):(le===i.TEXTURE_2D||le>=i.TEXTURE_CUBE_MAP_POSITIVE_X&&le<=i.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&i.framebufferTexture2D(i.FRAMEBUFFER,de,le,B.__webglTexture,ye),t.bindFramebuffer(i.FRAMEBUFFER,null)}function Dn(I,b,Y){if(i.bindRenderbuffer(i.RENDERBUFFER,I),b.depthBuffer){let de=b.depthTexture,le=de&&de.isDepthTexture?de.type:null,ye=x(b.stencilBuffer,le),Se=b.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;Te(b)?a.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,ht(b),ye,b.width,b.height):Y?i.renderbufferStorageMultisample(i.RENDERBUFFER,ht(b),ye,b.width,b.height):i.renderbufferStorage(i.RENDERBUFFER,ye,b.width,b.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,Se,i.RENDERBUFFER,I)}else{let de=b.textures;for(let le=0;le<de.length;le++){let ye=de[le],Se=r.convert(ye.format,ye.colorSpace),ie=r.convert(ye.type),re=A(ye.internalFormat,Se,ie,ye.normalized,ye.colorSpace);Te(b)?a.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,ht(b),re,b.width,b.height):Y?i.renderbufferStorageMultisample(i.RENDERBUFFER,ht(b),re,b.width,b.height):i.renderbufferStorage(i.RENDERBUFFER,re,b.width,b.height)}}i.bindRenderbuffer(i.RENDERBUFFER,null)}function At(I,b,Y){let de=b.isWebGLCubeRenderTarget===!0;if(t.bindFramebuffer(i.FRAMEBUFFER,I),!(b.depthTexture&&b.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let le=n.get(b.depthTexture);le.__renderTarget=b;let ye=de?b.depthTexture.image[0]:b.depthTexture.image;(!le.__webglTexture||ye.width!==b.width||ye.height!==b.height)&&(ye.width=b.width,ye.height=b.height,b.depthTexture.needsUpdate=!0),de?we(b.depthTexture,0):_e(b.depthTexture,0);let Se=le.__webglTexture,ie=ht(b),re=de?i.TEXTURE_CUBE_MAP_POSITIVE_X+Y:i.TEXTURE_2D,ge=b.depthTexture.format===Os?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;if(b.depthTexture.format===Ps)Te(b)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,ge,re,Se,0,ie):i.framebufferTexture2D(i.FRAMEBUFFER,ge,re,Se,0);else if(b.depthTexture.format===Os)Te(b)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,ge,re,Se,0,ie):i.framebufferTexture2D(i.FRAMEBUFFER,ge,re,Se,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function wn(I){let b=n.get(I),Y=I.isWebGLCubeRenderTarget===!0;if(b.__boundDepthTexture!==I.depthTexture){let de=I.depthTexture;if(b.__depthDisposeCallback&&b.__depthDisposeCallback(),de){let le=()=>{delete b.__boundDepthTexture,delete b.__depthDisposeCallback,de.removeEventListener("dispose",le)};de.addEventListener("dispose",le),b.__depthDisposeCallback=le}b.__boundDepthTexture=de}if(I.depthTexture&&!b.__autoAllocateDepthBuffer)if(Y)for(let de=0;de<6;de++)At(b.__webglFramebuffer[de],I,de);else I.texture.mipmaps.length>0?At(b.__webglFramebuffer[0],I,0):At(b.__webglFramebuffer,I,0);else if(Y){b.__webglDepthbuffer=[];for(let de=0;de<6;de++)if(t.bindFramebuffer(i.FRAMEBUFFER,b.__webglFramebuffer[de]),b.__webglDepthbuffer[de]===void 0)b.__webglDepthbuffer[de]=i.createRenderbuffer(),Dn(b.__webglDepthbuffer[de],I,!1);else{let le=I.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,ye=b.__webglDepthbuffer[de];i.bindRenderbuffer(i.RENDERBUFFER,ye),i.framebufferRenderbuffer(i.FRAMEBUFFER,le,i.RENDERBUFFER,ye)}}else if(I.texture.mipmaps.length>0?t.bindFramebuffer(i.FRAMEBUFFER,b.__webglFramebuffer[0]):t.bindFramebuffer(i.FRAMEBUFFER,b.__webglFramebuffer),b.__webglDepthbuffer===void 0)b.__webglDepthbuffer=i.createRenderbuffer(),Dn(b.__webglDepthbuffer,I,!1);else{let le=I.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,ye=b.__webglDepthbuffer;i.bindRenderbuffer(i.RENDERBUFFER,ye),i.framebufferRenderbuffer(i.FRAMEBUFFER,le,i.RENDERBUFFER,ye)}t.bindFramebuffer(i.FRAMEBUFFER,null)}function on(I,b,Y){let de=n.get(I);b!==void 0&&Bt(de.__webglFramebuffer,I,I.texture,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,0),Y!==void 0&&wn(I)}function _n(I){let b=I.texture,Y=n.get(I),de=n.get(b);I.addEventListener("dispose",G),V(I);let le=I.textures,ye=I.isWebGLCubeRenderTarget===!0,Se=le.length>1;if(Se||(de.__webglTexture===void 0&&(de.__webglTexture=i.createTexture()),de.__version=b.version,o.memory.textures++),ye){Y.__webglFramebuffer=[];for(let ie=0;ie<6;ie++)if(b.mipmaps.length>0){Y.__webglFramebuffer[ie]=[];for(let re=0;re<b.mipmaps.length;re++)Y.__webglFramebuffer[ie][re]=i.createFramebuffer()}else Y.__webglFramebuffer[ie]=i.createFramebuffer()}else{if(b.mipmaps.length>0){Y.__webglFramebuffer=[];for(let ie=0;ie<b.mipmaps.length;ie++)Y.__webglFramebuffer[ie]=i.createFramebuffer()}else Y.__webglFramebuffer=i.createFramebuffer();if(Se)for(let ie=0,re=le.length;ie<re;ie++){let ge=n.get(le[ie]);ge.__webglTexture===void 0&&(ge.__webglTexture=i.createTexture(),o.memory.textures++)}if(I.samples>0&&Te(I)===!1){Y.__webglMultisampledFramebuffer=i.createFramebuffer(),Y.__webglColorRenderbuffer=[],t.bindFramebuffer(i.FRAMEBUFFER,Y.__webglMultisampledFramebuffer);for(let ie=0;ie<le.length;ie++){let re=le[ie];Y.__webglColorRenderbuffer[ie]=i.createRenderbuffer(),i.bindRenderbuffer(i.RENDERBUFFER,Y.__webglColorRenderbuffer[ie]);let ge=r.convert(re.format,re.colorSpace),B=r.convert(re.type),ae=A(re.internalFormat,ge,B,re.normalized,re.colorSpace,I.isXRRenderTarget===!0),se=ht(I);i.renderbufferStorageMultisample(i.RENDERBUFFER,se,ae,I.width,I.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+ie,i.RENDERBUFFER,Y.__webglColorRenderbuffer[ie])}i.bindRenderbuffer(i.RENDERBUFFER,null),I.depthBuffer&&(Y.__webglDepthRenderbuffer=i.createRenderbuffer(),Dn(Y.__webglDepthRenderbuffer,I,!0)),t.bindFramebuffer(i.FRAMEBUFFER,null)}}if(ye){t.bindTexture(i.TEXTURE_CUBE_MAP,de.__webglTexture),_t(i.TEXTURE_CUBE_MAP,b);for(let ie=0;ie<6;ie++)if(b.mipmaps.length>0)for(let re=0;re<b.mipmaps.length;re++)Bt(Y.__webglFramebuffer[ie][re],I,b,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+ie,re);else Bt(Y.__webglFramebuffer[ie],I,b,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+ie,0);P(b)?T(i.TEXTURE_CUBE_MAP):b.mipmaps.length>0&&i.texParameteri(i.TEXTURE_CUBE_MAP,i.TEXTURE_MAX_LEVEL,b.mipmaps.length-1),t.unbindTexture()}else if(Se){for(let ie=0,re=le.length;ie<re;ie++){let ge=le[ie],B=n.get(ge),ae=i.TEXTURE_2D;(I.isWebGL3DRenderTarget||I.isWebGLArrayRenderTarget)&&(ae=I.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(ae,B.__webglTexture),_t(ae,ge),Bt(Y.__webglFramebuffer,I,ge,i.COLOR_ATTACHMENT0+ie,ae,0),P(ge)&&T(ae)}t.unbindTexture()}else{let ie=i.TEXTURE_2D;if((I.isWebGL3DRenderTarget||I.isWebGLArrayRenderTarget)&&(ie=I.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(ie,de.__webglTexture),_t(ie,b),b.mipmaps.length>0)for(let re=0;re<b.mipmaps.length;re++)Bt(Y.__webglFramebuffer[re],I,b,i.COLOR_ATTACHMENT0,ie,re);else Bt(Y.__webglFramebuffer,I,b,i.COLOR_ATTACHMENT0,ie,0);P(b)?T(ie):b.mipmaps.length>0&&i.texParameteri(ie,i.TEXTURE_MAX_LEVEL,b.mipmaps.length-1),t.unbindTexture()}I.depthBuffer&&wn(I)}function k(I){let b=I.textures;for(let Y=0,de=b.length;Y<de;Y++){let le=b[Y];if(P(le)&&le.mipmapsAutoUpdate===!0){let ye=L(I),Se=n.get(le).__webglTexture;t.bindTexture(ye,Se),T(ye),t.unbindTexture()}}}let Ie=[];function Ke(I){if(I.samples>0){if(Te(I)===!1){let b=I.textures,Y=I.width,de=I.height,le=i.COLOR_BUFFER_BIT,ye=I.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,Se=n.get(I),ie=b.length>1;if(ie)for(let ge=0;ge<b.length;ge++)t.bindFramebuffer(i.FRAMEBUFFER,Se.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+ge,i.RENDERBUFFER,null),t.bindFramebuffer(i.FRAMEBUFFER,Se.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+ge,i.TEXTURE_2D,null,0);t.bindFramebuffer(i.READ_FRAMEBUFFER,Se.__webglMultisampledFramebuffer),I.texture.mipmaps.length>0?t.bindFramebuffer(i.DRAW_FRAMEBUFFER,Se.__webglFramebuffer[0]):t.bindFramebuffer(i.DRAW_FRAMEBUFFER,Se.__webglFramebuffer);for(let ge=0;ge<b.length;ge++){if(I.resolveDepthBuffer&&(I.depthBuffer&&(le|=i.DEPTH_BUFFER_BIT),I.stencilBuffer&&I.resolveStencilBuffer&&(le|=i.STENCIL_BUFFER_BIT)),ie){i.framebufferRenderbuffer(i.READ_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.RENDERBUFFER,Se.__webglColorRenderbuffer[ge]);let B=n.get(b[ge]).__webglTexture;i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,B,0)}i.blitFramebuffer(0,0,Y,de,0,0,Y,de,le,i.NEAREST),l===!0&&(Ie.length=0,Ie.push(i.COLOR_ATTACHMENT0+ge),I.depthBuffer&&I.storeMultisampledDepthBuffer===!1&&Ie.push(ye),i.invalidateFramebuffer(i.READ_FRAMEBUFFER,Ie))}if(t.bindFramebuffer(i.READ_FRAMEBUFFER,null),t.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),ie)for(let ge=0;ge<b.length;ge++){t.bindFramebuffer(i.FRAMEBUFFER,Se.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+ge,i.RENDERBUFFER,Se.__webglColorRenderbuffer[ge]);let B=n.get(b[ge]).__webglTexture;t.bindFramebuffer(i.FRAMEBUFFER,Se.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+ge,i.TEXTURE_2D,B,0)}t.bindFramebuffer(i.DRAW_FRAMEBUFFER,Se.__webglMultisampledFramebuffer)}else if(I.depthBuffer&&I.storeMultisampledDepthBuffer===!1&&l){let b=I.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;i.invalidateFramebuffer(i.DRAW_FRAMEBUFFER,[b])}}}function ht(I){return Math.min(s.maxSamples,I.samples)}function Te(I){let b=n.get(I);return I.samples>0&&e.has("WEBGL_multisampled_render_to_texture")===!0&&b.__useRenderToTexture!==!1}function zt(I){let b=o.render.frame;h.get(I)!==b&&(h.set(I,b),I.update())}function He(I,b){let Y=I.colorSpace,de=I.format,le=I.type;return I.isCompressedTexture===!0||I.isVideoTexture===!0||Y!==Ta&&Y!==Fs&&(Tt.getTransfer(Y)===Dt?(de!==Yi||le!==li)&&Je("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):nt("WebGLTextures: Unsupported texture color space:",Y)),b}function $e(I){return typeof HTMLImageElement<"u"&&I instanceof HTMLImageElement?(c.width=I.naturalWidth||I.width,c.height=I.naturalHeight||I.height):typeof VideoFrame<"u"&&I instanceof VideoFrame?(c.width=I.displayWidth,c.height=I.displayHeight):(c.width=I.width,c.height=I.height),c}this.allocateTextureUnit=fe,this.resetTextureUnits=te,this.getTextureUnits=oe,this.setTextureUnits=pe,this.setTexture2D=_e,this.setTexture2DArray=ve,this.setTexture3D=Re,this.setTextureCube=we,this.rebindTextures=on,this.setupRenderTarget=_n,this.updateRenderTargetMipmap=k,this.updateMultisampleRenderTarget=Ke,this.setupDepthRenderbuffer=wn,this.setupFrameBufferTexture=Bt,this.useMultisampledRTT=Te,this.dispose=q}function NT(i,e){function t(n,s=Fs){let r,o=Tt.getTransfer(s);if(n===li)return i.UNSIGNED_BYTE;if(n===nh)return i.UNSIGNED_SHORT_4_4_4_4;if(n===ih)return i.UNSIGNED_SHORT_5_5_5_1;if(n===Od)return i.UNSIGNED_INT_5_9_9_9_REV;if(n===Fd)return i.UNSIGNED_INT_10F_11F_11F_REV;if(n===Nd)return i.BYTE;if(n===Ud)return i.SHORT;if(n===Po)return i.UNSIGNED_SHORT;if(n===th)return i.INT;if(n===Wi)return i.UNSIGNED_INT;if(n===Xi)return i.FLOAT;if(n===qi)return i.HALF_FLOAT;if(n===Bd)return i.ALPHA;if(n===kd)return i.RGB;if(n===Yi)return i.RGBA;if(n===Ps)return i.DEPTH_COMPONENT;if(n===Os)return i.DEPTH_STENCIL;if(n===zd)return i.RED;if(n===sh)return i.RED_INTEGER;if(n===ur)return i.RG;if(n===rh)return i.RG_INTEGER;if(n===oh)return i.RGBA_INTEGER;if(n===Za||n===Ja||n===Ka||n===ja)if(o===Dt)if(r=e.get("WEBGL_compressed_texture_s3tc_srgb"),r!==null){if(n===Za)return r.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(n===Ja)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(n===Ka)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(n===ja)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(r=e.get("WEBGL_compressed_texture_s3tc"),r!==null){if(n===Za)return r.COMPRESSED_RGB_S3TC_DXT1_EXT;if(n===Ja)return r.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(n===Ka)return r.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(n===ja)return r.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(n===ah||n===lh||n===ch||n===hh)if(r=e.get("WEBGL_compressed_texture_pvrtc"),r!==null){if(n===ah)return r.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(n===lh)return r.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(n===ch)return r.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(n===hh)return r.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(n===uh||n===dh||n===fh||n===ph||n===mh||n===Qa||n===gh)if(r=e.get("WEBGL_compressed_texture_etc"),r!==null){if(n===uh||n===dh)return o===Dt?r.COMPRESSED_SRGB8_ETC2:r.COMPRESSED_RGB8_ETC2;if(n===fh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:r.COMPRESSED_RGBA8_ETC2_EAC;if(n===ph)return r.COMPRESSED_R11_EAC;if(n===mh)return r.COMPRESSED_SIGNED_R11_EAC;if(n===Qa)return r.COMPRESSED_RG11_EAC;if(n===gh)return r.COMPRESSED_SIGNED_RG11_EAC}else return null;if(n===_h||n===xh||n===yh||n===vh||n===Sh||n===bh||n===Mh||n===wh||n===Th||n===Eh||n===Ah||n===Ch||n===Rh||n===Ph)if(r=e.get("WEBGL_compressed_texture_astc"),r!==null){if(n===_h)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:r.COMPRESSED_RGBA_ASTC_4x4_KHR;if(n===xh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:r.COMPRESSED_RGBA_ASTC_5x4_KHR;if(n===yh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:r.COMPRESSED_RGBA_ASTC_5x5_KHR;if(n===vh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:r.COMPRESSED_RGBA_ASTC_6x5_KHR;if(n===Sh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:r.COMPRESSED_RGBA_ASTC_6x6_KHR;if(n===bh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:r.COMPRESSED_RGBA_ASTC_8x5_KHR;if(n===Mh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:r.COMPRESSED_RGBA_ASTC_8x6_KHR;if(n===wh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:r.COMPRESSED_RGBA_ASTC_8x8_KHR;if(n===Th)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:r.COMPRESSED_RGBA_ASTC_10x5_KHR;if(n===Eh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:r.COMPRESSED_RGBA_ASTC_10x6_KHR;if(n===Ah)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:r.COMPRESSED_RGBA_ASTC_10x8_KHR;if(n===Ch)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:r.COMPRESSED_RGBA_ASTC_10x10_KHR;if(n===Rh)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:r.COMPRESSED_RGBA_ASTC_12x10_KHR;if(n===Ph)return o===Dt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:r.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(n===Ih||n===Lh||n===Dh)if(r=e.get("EXT_texture_compression_bptc"),r!==null){if(n===Ih)return o===Dt?r.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:r.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(n===Lh)return r.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(n===Dh)return r.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(n===Nh||n===Uh||n===el||n===Oh)if(r=e.get("EXT_texture_compression_rgtc"),r!==null){if(n===Nh)return r.COMPRESSED_RED_RGTC1_EXT;if(n===Uh)return r.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(n===el)return r.COMPRESSED_RED_GREEN_RGTC2_EXT;if(n===Oh)return r.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return n===Rr?i.UNSIGNED_INT_24_8:i[n]!==void 0?i[n]:null}return{convert:t}}var UT=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,OT=`
uniform sampler2DArray depthColor;
uniform float depthWidth;
uniform float depthHeight;

void main() {

	vec2 coord = vec2( gl_FragCoord.x / depthWidth, gl_FragCoord.y / depthHeight );

	if ( coord.x >= 1.0 ) {

		gl_FragDepth = texture( depthColor, vec3( coord.x - 1.0, coord.y, 1 ) ).r;

	} else {

		gl_FragDepth = texture( depthColor, vec3( coord.x, coord.y, 0 ) ).r;

	}

}`,cf=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(e,t){if(this.texture===null){let n=new Ua(e.texture);(e.depthNear!==t.depthNear||e.depthFar!==t.depthFar)&&(this.depthNear=e.depthNear,this.depthFar=e.depthFar),this.texture=n}}getMesh(e){if(this.texture!==null&&this.mesh===null){let t=e.cameras[0].viewport,n=new cs({vertexShader:UT,fragmentShader:OT,uniforms:{depthColor:{value:this.texture},depthWidth:{value:t.z},depthHeight:{value:t.w}}});this.mesh=new Mi(new Fa(20,20),n)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},hf=class extends Hi{constructor(e,t){super();let n=this,s=null,r=1,o=null,a="local-floor",l=1,c=null,h=null,d=null,u=null,f=null,g=null,v=typeof XRWebGLBinding<"u",m=new cf,p={},S=t.getContextAttributes(),P=null,T=null,L=[],A=[],x=new je,E=null,V=null,F=new ii;F.viewport=new nn;let O=new ii;O.viewport=new nn;let G=[F,O],X=new Jc,U=null,q=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(ne){let _e=L[ne];return _e===void 0&&(_e=new bo,L[ne]=_e),_e.getTargetRaySpace()},this.getControllerGrip=function(ne){let _e=L[ne];return _e===void 0&&(_e=new bo,L[ne]=_e),_e.getGripSpace()},this.getHand=function(ne){let _e=L[ne];return _e===void 0&&(_e=new bo,L[ne]=_e),_e.getHandSpace()};function J(ne){let _e=A.indexOf(ne.inputSource);if(_e===-1)return;let ve=L[_e];ve!==void 0&&(ve.update(ne.inputSource,ne.frame,c||o),ve.dispatchEvent({type:ne.type,data:ne.inputSource}))}function W(){s.removeEventListener("select",J),s.removeEventListener("selectstart",J),s.removeEventListener("selectend",J),s.removeEventListener("squeeze",J),s.removeEventListener("squeezestart",J),s.removeEventListener("squeezeend",J),s.removeEventListener("end",W),s.removeEventListener("inputsourceschange",ue);for(let ne=0;ne<L.length;ne++){let _e=A[ne];_e!==null&&(A[ne]=null,L[ne].disconnect(_e))}U=null,q=null,m.reset();for(let ne in p)delete p[ne];if(e.setRenderTarget(P),f=null,u=null,d=null,s=null,T=null,fe.stop(),n.isPresenting=!1,e.setPixelRatio(E),e.setSize(x.width,x.height,!1),V!==null){let ne=V.camera;ne.fov=V.fov,ne.zoom=V.zoom,ne.updateProjectionMatrix(),V=null}n.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(ne){r=ne,n.isPresenting===!0&&Je("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(ne){a=ne,n.isPresenting===!0&&Je("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return c||o},this.setReferenceSpace=function(ne){c=ne},this.getBaseLayer=function(){return u!==null?u:f},this.getBinding=function(){return d===null&&v&&(d=new XRWebGLBinding(s,t)),d},this.getFrame=function(){return g},this.getSession=function(){return s},this.setSession=async function(ne){if(s=ne,s!==null){if(P=e.getRenderTarget(),s.addEventListener("select",J),s.addEventListener("selectstart",J),s.addEventListener("selectend",J),s.addEventListener("squeeze",J),s.addEventListener("squeezestart",J),s.addEventListener("squeezeend",J),s.addEventListener("end",W),s.addEventListener("inputsourceschange",ue),S.xrCompatible!==!0&&await t.makeXRCompatible(),E=e.getPixelRatio(),e.getSize(x),v&&"createProjectionLayer"in XRWebGLBinding.prototype){let ve=null,Re=null,we=null;S.depth&&(we=S.stencil?t.DEPTH24_STENCIL8:t.DEPTH_COMPONENT24,ve=S.stencil?Os:Ps,Re=S.stencil?Rr:Wi);let qe={colorFormat:t.RGBA8,depthFormat:we,scaleFactor:r};d=this.getBinding(),u=d.createProjectionLayer(qe),s.updateRenderState({layers:[u]}),e.setPixelRatio(1),e.setSize(u.textureWidth,u.textureHeight,!1),T=new Si(u.textureWidth,u.textureHeight,{format:Yi,type:li,depthTexture:new Ns(u.textureWidth,u.textureHeight,Re,void 0,void 0,void 0,void 0,void 0,void 0,ve),stencilBuffer:S.stencil,colorSpace:e.outputColorSpace,samples:S.antialias?4:0,resolveDepthBuffer:u.ignoreDepthValues===!1,resolveStencilBuffer:u.ignoreDepthValues===!1,storeMultisampledDepthBuffer:u.ignoreDepthValues===!1,storeMultisampledStencilBuffer:u.ignoreDepthValues===!1})}else{let ve={antialias:S.antialias,alpha:!0,depth:S.depth,stencil:S.stencil,framebufferScaleFactor:r};f=new XRWebGLLayer(s,t,ve),s.updateRenderState({baseLayer:f}),e.setPixelRatio(1),e.setSize(f.framebufferWidth,f.framebufferHeight,!1),T=new Si(f.framebufferWidth,f.framebufferHeight,{format:Yi,type:li,colorSpace:e.outputColorSpace,stencilBuffer:S.stencil,resolveDepthBuffer:f.ignoreDepthValues===!1,resolveStencilBuffer:f.ignoreDepthValues===!1,storeMultisampledDepthBuffer:f.ignoreDepthValues===!1,storeMultisampledStencilBuffer:f.ignoreDepthValues===!1})}T.isXRRenderTarget=!0,this.setFoveation(l),c=null,o=await s.requestReferenceSpace(a),fe.setContext(s),fe.start(),n.isPresenting=!0,n.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(s!==null)return s.environmentBlendMode},this.getDepthTexture=function(){return m.getDepthTexture()};function ue(ne){for(let _e=0;_e<ne.removed.length;_e++){let ve=ne.removed[_e],Re=A.indexOf(ve);Re>=0&&(A[Re]=null,L[Re].disconnect(ve))}for(let _e=0;_e<ne.added.length;_e++){let ve=ne.added[_e],Re=A.indexOf(ve);if(Re===-1){for(let qe=0;qe<L.length;qe++)if(qe>=A.length){A.push(ve),Re=qe;break}else if(A[qe]===null){A[qe]=ve,Re=qe;break}if(Re===-1)break}let we=L[Re];we&&we.connect(ve)}}function Q(ne,_e){_e===null?ne.matrixWorld.copy(ne.matrix):ne.matrixWorld.multiplyMatrices(_e.matrixWorld,ne.matrix),ne.matrixWorldInverse.copy(ne.matrixWorld).invert()}this.updateCamera=function(ne){if(s===null)return;let _e=ne.near,ve=ne.far;m.texture!==null&&(m.depthNear>0&&(_e=m.depthNear),m.depthFar>0&&(ve=m.depthFar)),X.near=O.near=F.near=_e,X.far=O.far=F.far=ve,(U!==X.near||q!==X.far)&&(s.updateRenderState({depthNear:X.near,depthFar:X.far}),U=X.near,q=X.far),X.layers.mask=ne.layers.mask|6,F.layers.mask=X.layers.mask&-5,O.layers.mask=X.layers.mask&-3;let Re=ne.parent,we=X.cameras;Q(X,Re);for(let qe=0;qe<we.length;qe++)Q(we[qe],Re);X.projectionMatrix.copy(F.projectionMatrix),X.projectionMatrixInverse.copy(F.projectionMatrixInverse),V===null&&ne.isPerspectiveCamera&&(V={camera:ne,fov:ne.fov,zoom:ne.zoom}),te(ne,X,Re)};function te(ne,_e,ve){ve===null?ne.matrix.copy(_e.matrixWorld):(ne.matrix.copy(ve.matrixWorld),ne.matrix.invert(),ne.matrix.multiply(_e.matrixWorld)),ne.matrix.decompose(ne.position,ne.quaternion,ne.scale),ne.updateMatrixWorld(!0),ne.projectionMatrix.copy(_e.projectionMatrix),ne.projectionMatrixInverse.copy(_e.projectionMatrixInverse),ne.isPerspectiveCamera&&(ne.fov=yo*2*Math.atan(1/ne.projectionMatrix.elements[5]),ne.zoom=1)}this.getCamera=function(){return X},this.getFoveation=function(){if(!(u===null&&f===null))return l},this.setFoveation=function(ne){l=ne,u!==null&&(u.fixedFoveation=ne),f!==null&&f.fixedFoveation!==void 0&&(f.fixedFoveation=ne)},this.hasDepthSensing=function(){return m.texture!==null},this.getDepthSensingMesh=function(){return m.getMesh(X)},this.getCameraTexture=function(ne){return p[ne]};let oe=null;function pe(ne,_e){if(h=_e.getViewerPose(c||o),g=_e,h!==null){let ve=h.views;f!==null&&(e.setRenderTargetFramebuffer(T,f.framebuffer),e.setRenderTarget(T));let Re=!1;ve.length!==X.cameras.length&&(X.cameras.length=0,Re=!0);for(let We=0;We<ve.length;We++){let _t=ve[We],pt=null;if(f!==null)pt=f.getViewport(_t);else{let Qt=d.getViewSubImage(u,_t);pt=Qt.viewport,We===0&&(e.setRenderTargetTextures(T,Qt.colorTexture,Qt.depthStencilTexture),e.setRenderTarget(T))}let rt=G[We];rt===void 0&&(rt=new ii,rt.layers.enable(We),rt.viewport=new nn,G[We]=rt),rt.matrix.fromArray(_t.transform.matrix),rt.matrix.decompose(rt.position,rt.quaternion,rt.scale),rt.projectionMatrix.fromArray(_t.projectionMatrix),rt.projectionMatrixInverse.copy(rt.projectionMatrix).invert(),rt.viewport.set(pt.x,pt.y,pt.width,pt.height),We===0&&(X.matrix.copy(rt.matrix),X.matrix.decompose(X.position,X.quaternion,X.scale)),Re===!0&&X.cameras.push(rt)}let we=s.enabledFeatures;if(we&&we.includes("depth-sensing")&&s.depthUsage=="gpu-optimized"&&v){d=n.getBinding();let We=d.getDepthInformation(ve[0]);We&&We.isValid&&We.texture&&m.init(We,s.renderState)}if(we&&we.includes("camera-access")&&v){e.state.unbindTexture(),d=n.getBinding();for(let We=0;We<ve.length;We++){let _t=ve[We].camera;if(_t){let pt=p[_t];pt||(pt=new Ua,p[_t]=pt);let rt=d.getCameraImage(_t);pt.sourceTexture=rt}}}}for(let ve=0;ve<L.length;ve++){let Re=A[ve],we=L[ve];Re!==null&&we!==void 0&&we.update(Re,_e,c||o)}oe&&oe(ne,_e),_e.detectedPlanes&&n.dispatchEvent({type:"planesdetected",data:_e}),g=null}let fe=new u0;fe.setAnimationLoop(pe),this.setAnimationLoop=function(ne){oe=ne},this.dispose=function(){}}},FT=new qt,S0=new st;S0.set(-1,0,0,0,1,0,0,0,1);function BT(i,e){function t(m,p){m.matrixAutoUpdate===!0&&m.updateMatrix(),p.value.copy(m.matrix)}function n(m,p){p.color.getRGB(m.fogColor.value,Jd(i)),p.isFog?(m.fogNear.value=p.near,m.fogFar.value=p.far):p.isFogExp2&&(m.fogDensity.value=p.density)}function s(m,p,S,P,T){p.isNodeMaterial?p.uniformsNeedUpdate=!1:p.isMeshBasicMaterial?r(m,p):p.isMeshLambertMaterial?(r(m,p),p.envMap&&(m.envMapIntensity.value=p.envMapIntensity)):p.isMeshToonMaterial?(r(m,p),d(m,p)):p.isMeshPhongMaterial?(r(m,p),h(m,p),p.envMap&&(m.envMapIntensity.value=p.envMapIntensity)):p.isMeshStandardMaterial?(r(m,p),u(m,p),p.isMeshPhysicalMaterial&&f(m,p,T)):p.isMeshMatcapMaterial?(r(m,p),g(m,p)):p.isMeshDepthMaterial?r(m,p):p.isMeshDistanceMaterial?(r(m,p),v(m,p)):p.isMeshNormalMaterial?r(m,p):p.isLineBasicMaterial?(o(m,p),p.isLineDashedMaterial&&a(m,p)):p.isPointsMaterial?l(m,p,S,P):p.isSpriteMaterial?c(m,p):p.isShadowMaterial?(m.color.value.copy(p.color),m.opacity.value=p.opacity):p.isShaderMaterial&&(p.uniformsNeedUpdate=!1)}function r(m,p){m.opacity.value=p.opacity,p.color&&m.diffuse.value.copy(p.color),p.emissive&&m.emissive.value.copy(p.emissive).multiplyScalar(p.emissiveIntensity),p.map&&(m.map.value=p.map,t(p.map,m.mapTransform)),p.alphaMap&&(m.alphaMap.value=p.alphaMap,t(p.alphaMap,m.alphaMapTransform)),p.bumpMap&&(m.bumpMap.value=p.bumpMap,t(p.bumpMap,m.bumpMapTransform),m.bumpScale.value=p.bumpScale,p.side===ri&&(m.bumpScale.value*=-1)),p.normalMap&&(m.normalMap.value=p.normalMap,t(p.normalMap,m.normalMapTransform),m.normalScale.value.copy(p.normalScale),p.side===ri&&m.normalScale.value.negate()),p.displacementMap&&(m.displacementMap.value=p.displacementMap,t(p.displacementMap,m.displacementMapTransform),m.displacementScale.value=p.displacementScale,m.displacementBias.value=p.displacementBias),p.emissiveMap&&(m.emissiveMap.value=p.emissiveMap,t(p.emissiveMap,m.emissiveMapTransform)),p.specularMap&&(m.specularMap.value=p.specularMap,t(p.specularMap,m.specularMapTransform)),p.alphaTest>0&&(m.alphaTest.value=p.alphaTest);let S=e.get(p),P=S.envMap,T=S.envMapRotation;P&&(m.envMap.value=P,m.envMapRotation.value.setFromMatrix4(FT.makeRotationFromEuler(T)).transpose(),P.isCubeTexture&&P.isRenderTargetTexture===!1&&m.envMapRotation.value.premultiply(S0),m.reflectivity.value=p.reflectivity,m.ior.value=p.ior,m.refractionRatio.value=p.refractionRatio),p.lightMap&&(m.lightMap.value=p.lightMap,m.lightMapIntensity.value=p.lightMapIntensity,t(p.lightMap,m.lightMapTransform)),p.aoMap&&(m.aoMap.value=p.aoMap,m.aoMapIntensity.value=p.aoMapIntensity,t(p.aoMap,m.aoMapTransform))}function o(m,p){m.diffuse.value.copy(p.color),m.opacity.value=p.opacity,p.map&&(m.map.value=p.map,t(p.map,m.mapTransform))}function a(m,p){m.dashSize.value=p.dashSize,m.totalSize.value=p.dashSize+p.gapSize,m.scale.value=p.scale}function l(m,p,S,P){m.diffuse.value.copy(p.color),m.opacity.value=p.opacity,m.size.value=p.size*S,m.scale.value=P*.5,p.map&&(m.map.value=p.map,t(p.map,m.uvTransform)),p.alphaMap&&(m.alphaMap.value=p.alphaMap,t(p.alphaMap,m.alphaMapTransform)),p.alphaTest>0&&(m.alphaTest.value=p.alphaTest)}function c(m,p){m.diffuse.value.copy(p.color),m.opacity.value=p.opacity,m.rotation.value=p.rotation,p.map&&(m.map.value=p.map,t(p.map,m.mapTransform)),p.alphaMap&&(m.alphaMap.value=p.alphaMap,t(p.alphaMap,m.alphaMapTransform)),p.alphaTest>0&&(m.alphaTest.value=p.alphaTest)}function h(m,p){m.specular.value.copy(p.specular),m.shininess.value=Math.max(p.shininess,1e-4)}function d(m,p){p.gradientMap&&(m.gradientMap.value=p.gradientMap)}function u(m,p){m.metalness.value=p.metalness,p.metalnessMap&&(m.metalnessMap.value=p.metalnessMap,t(p.metalnessMap,m.metalnessMapTransform)),m.roughness.value=p.roughness,p.roughnessMap&&(m.roughnessMap.value=p.roughnessMap,t(p.roughnessMap,m.roughnessMapTransform)),p.envMap&&(m.envMapIntensity.value=p.envMapIntensity)}function f(m,p,S){m.ior.value=p.ior,p.diffuseRoughness>0&&(m.diffuseRoughness.value=p.diffuseRoughness,p.diffuseRoughnessMap&&(m.diffuseRoughnessMap.value=p.diffuseRoughnessMap,t(p.diffuseRoughnessMap,m.diffuseRoughnessMapTransform))),p.sheen>0&&(m.sheenColor.value.copy(p.sheenColor).multiplyScalar(p.sheen),m.sheenRoughness.value=p.sheenRoughness,p.sheenColorMap&&(m.sheenColorMap.value=p.sheenColorMap,t(p.sheenColorMap,m.sheenColorMapTransform)),p.sheenRoughnessMap&&(m.sheenRoughnessMap.value=p.sheenRoughnessMap,t(p.sheenRoughnessMap,m.sheenRoughnessMapTransform))),p.clearcoat>0&&(m.clearcoat.value=p.clearcoat,m.clearcoatRoughness.value=p.clearcoatRoughness,p.clearcoatMap&&(m.clearcoatMap.value=p.clearcoatMap,t(p.clearcoatMap,m.clearcoatMapTransform)),p.clearcoatRoughnessMap&&(m.clearcoatRoughnessMap.value=p.clearcoatRoughnessMap,t(p.clearcoatRoughnessMap,m.clearcoatRoughnessMapTransform)),p.clearcoatNormalMap&&(m.clearcoatNormalMap.value=p.clearcoatNormalMap,t(p.clearcoatNormalMap,m.clearcoatNormalMapTransform),m.clearcoatNormalScale.value.copy(p.clearcoatNormalScale),p.side===ri&&m.clearcoatNormalScale.value.negate())),p.dispersion>0&&(m.dispersion.value=p.dispersion),p.retroreflectivity>0&&(m.retroreflectivity.value=p.retroreflectivity),p.iridescence>0&&(m.iridescence.value=p.iridescence,m.iridescenceIOR.value=p.iridescenceIOR,m.iridescenceThicknessMinimum.value=p.iridescenceThicknessMinimum,m.iridescenceThicknessMaximum.value=p.iridescenceThicknessMaximum,p.iridescenceMap&&(m.iridescenceMap.value=p.iridescenceMap,t(p.iridescenceMap,m.iridescenceMapTransform)),p.iridescenceThicknessMap&&(m.iridescenceThicknessMap.value=p.iridescenceThicknessMap,t(p.iridescenceThicknessMap,m.iridescenceThicknessMapTransform))),p.transmission>0&&(m.transmission.value=p.transmission,m.transmissionSamplerMap.value=S.texture,m.transmissionSamplerSize.value.set(S.width,S.height),p.transmissionMap&&(m.transmissionMap.value=p.transmissionMap,t(p.transmissionMap,m.transmissionMapTransform)),m.thickness.value=p.thickness,p.thicknessMap&&(m.thicknessMap.value=p.thicknessMap,t(p.thicknessMap,m.thicknessMapTransform)),m.attenuationDistance.value=p.attenuationDistance,m.attenuationColor.value.copy(p.attenuationColor)),p.anisotropy>0&&(m.anisotropyVector.value.set(p.anisotropy*Math.cos(p.anisotropyRotation),p.anisotropy*Math.sin(p.anisotropyRotation)),p.anisotropyMap&&(m.anisotropyMap.value=p.anisotropyMap,t(p.anisotropyMap,m.anisotropyMapTransform))),m.specularIntensity.value=p.specularIntensity,m.specularColor.value.copy(p.specularColor),p.specularColorMap&&(m.specularColorMap.value=p.specularColorMap,t(p.specularColorMap,m.specularColorMapTransform)),p.specularIntensityMap&&(m.specularIntensityMap.value=p.specularIntensityMap,t(p.specularIntensityMap,m.specularIntensityMapTransform))}function g(m,p){p.matcap&&(m.matcap.value=p.matcap)}function v(m,p){let S=e.get(p).light;m.referencePosition.value.setFromMatrixPosition(S.matrixWorld),m.nearDistance.value=S.shadow.camera.near,m.farDistance.value=S.shadow.camera.far}return{refreshFogUniforms:n,refreshMaterialUniforms:s}}function kT(i,e,t,n){let s={},r={};function o(S,P){let T=P.program;n.uniformBlockBinding(S,T,s[S.id])}function a(S,P){let T=s[S.id];T===void 0&&(g(S),T=l(S),s[S.id]=T,S.addEventListener("dispose",m));let L=P.program;n.updateUBOMapping(S,L);let A=e.render.frame;r[S.id]!==A&&(c(S),r[S.id]=A)}function l(S){let P=i.createBuffer(),T=S.__size,L=S.usage;return i.bindBuffer(i.UNIFORM_BUFFER,P),i.bufferData(i.UNIFORM_BUFFER,T,L),i.bindBuffer(i.UNIFORM_BUFFER,null),P}function c(S){let P=s[S.id],T=S.uniforms,L=S.__cache;i.bindBuffer(i.UNIFORM_BUFFER,P);for(let A=0,x=T.length;A<x;A++){let E=T[A];if(Array.isArray(E))for(let V=0,F=E.length;V<F;V++)h(E[V],A,V,L);else h(E,A,0,L)}i.bindBuffer(i.UNIFORM_BUFFER,null)}function h(S,P,T,L){if(u(S,P,T,L)===!0){let A=S.__offset,x=S.value;if(Array.isArray(x)){let E=0;for(let V=0;V<x.length;V++){let F=x[V],O=v(F,!0);d(F,S.__data,E),E+=O.storage/Float32Array.BYTES_PER_ELEMENT}}else d(x,S.__data,0);i.bufferSubData(i.UNIFORM_BUFFER,A,S.__data)}}function d(S,P,T){typeof S=="number"||typeof S=="boolean"?P[T]=S:S.isMatrix3?(P[T]=S.elements[0],P[T+1]=S.elements[1],P[T+2]=S.elements[2],P[T+3]=0,P[T+4]=S.elements[3],P[T+5]=S.elements[4],P[T+6]=S.elements[5],P[T+7]=0,P[T+8]=S.elements[6],P[T+9]=S.elements[7],P[T+10]=S.elements[8],P[T+11]=0):ArrayBuffer.isView(S)?P.set(S.subarray(0,P.length-T),T):S.toArray(P,T)}function u(S,P,T,L){let A=S.value,x=P+"_"+T;if(Array.isArray(A)){L[x]===void 0&&(L[x]=[]);let E=L[x],V=!1;for(let F=0;F<A.length;F++)f(A[F],E,F)===!0&&(V=!0);return V}return f(A,L,x)}function f(S,P,T){if(P[T]===void 0)return typeof S=="number"||typeof S=="boolean"?P[T]=S:ArrayBuffer.isView(S)?P[T]=S.slice():P[T]=S.clone(),!0;{let L=P[T];if(typeof S=="number"||typeof S=="boolean"){if(L!==S)return P[T]=S,!0}else{if(ArrayBuffer.isView(S))return!0;if(L.equals(S)===!1)return L.copy(S),!0}}return!1}function g(S){let P=S.uniforms,T=0,L=16;for(let x=0,E=P.length;x<E;x++){let V=Array.isArray(P[x])?P[x]:[P[x]];for(let F=0,O=V.length;F<O;F++){let G=V[F],X=Array.isArray(G.value)?G.value:[G.value],U=Array.isArray(P[x])||Array.isArray(G.value),q=T;for(let W=0,ue=X.length;W<ue;W++){let Q=X[W],te=v(Q,U),oe=T%L,pe=oe%te.boundary,fe=oe+pe;T+=pe,fe!==0&&L-fe<te.storage&&(T+=L-fe),W===0&&(q=T),T+=te.storage}let J=G.type==="int"?Int32Array:G.type==="uint"?Uint32Array:Float32Array;G.__data=new J((T-q)/Float32Array.BYTES_PER_ELEMENT),G.__offset=q}}let A=T%L;return A>0&&(T+=L-A),S.__size=T,S.__cache={},this}function v(S,P){let T={boundary:0,storage:0};return typeof S=="number"||typeof S=="boolean"?(T.boundary=4,T.storage=4):S.isVector2?(T.boundary=8,T.storage=8):S.isVector3||S.isColor?(T.boundary=16,T.storage=12):S.isVector4?(T.boundary=16,T.storage=16):S.isMatrix3?(T.boundary=16,T.storage=48):S.isMatrix4?(T.boundary=16,T.storage=64):S.isTexture?Je("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(S)?(T.boundary=16,T.storage=S.byteLength):Je("WebGLRenderer: Unsupported uniform value type.",S),P===!0&&(T.boundary=16,T.storage=Math.ceil(T.storage/16)*16),T}function m(S){let P=S.target;P.removeEventListener("dispose",m),i.deleteBuffer(s[P.id]),delete s[P.id],delete r[P.id]}function p(){for(let S in s)i.deleteBuffer(s[S]);s={},r={}}return{bind:o,update:a,dispose:p}}var zT=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),us=null;function VT(){return us===null&&(us=new Pc(zT,16,16,ur,qi),us.name="DFG_LUT",us.minFilter=si,us.magFilter=si,us.wrapS=os,us.wrapT=os,us.generateMipmaps=!1,us.needsUpdate=!0),us}var Vh=class{constructor(e={}){let{canvas:t=Ng(),context:n=null,depth:s=!0,stencil:r=!1,alpha:o=!1,antialias:a=!1,premultipliedAlpha:l=!0,preserveDrawingBuffer:c=!1,powerPreference:h="default",failIfMajorPerformanceCaveat:d=!1,reversedDepthBuffer:u=!1,outputBufferType:f=li}=e;this.isWebGLRenderer=!0;let g;if(n!==null){if(typeof WebGLRenderingContext<"u"&&n instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");g=n.getContextAttributes().alpha}else g=o;let v=f,m=new Set([oh,rh,sh]),p=new Set([li,Wi,Po,Rr,nh,ih]),S=new Uint32Array(4),P=new Int32Array(4),T={textures:[],min:[],max:[],resolution:[]},L=null,A=null,x=[],E=[],V=null;this.domElement=t,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=hs,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let F=this,O=!1,G=null,X=null,U=null,q=null;this._outputColorSpace=_i;let J=0,W=0,ue=null,Q=-1,te=null,oe=new nn,pe=new nn,fe=null,ne=new St(0),_e=0,ve=t.width,Re=t.height,we=1,qe=null,ct=null,We=new nn(0,0,ve,Re),_t=new nn(0,0,ve,Re),pt=!1,rt=new sr,Qt=new Ic,Wt=!1,gn=!1,Bt=new qt,Dn=new $,At=new nn,wn={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},on=!1;function _n(){return ue===null?we:1}let k=n;function Ie(w,z){return t.getContext(w,z)}let Ke,ht,Te,zt,He,$e,I,b,Y,de,le,ye,Se,ie,re,ge,B,ae,se,Ee,xe,Me,Xe;try{let w={alpha:!0,depth:s,stencil:r,antialias:a,premultipliedAlpha:l,preserveDrawingBuffer:c,powerPreference:h,failIfMajorPerformanceCaveat:d};if("setAttribute"in t&&t.setAttribute("data-engine",`three.js r${"187"}`),t.addEventListener("webglcontextlost",ze,!1),t.addEventListener("webglcontextrestored",tt,!1),t.addEventListener("webglcontextcreationerror",Pe,!1),k===null){let z="webgl2";if(k=Ie(z,w),k===null)throw Ie(z)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}et()}catch(w){throw t.removeEventListener("webglcontextlost",ze,!1),t.removeEventListener("webglcontextrestored",tt,!1),t.removeEventListener("webglcontextcreationerror",Pe,!1),nt("WebGLRenderer: "+w.message),w}function et(){Ke=new jM(k),Ke.init(),xe=new NT(k,Ke),ht=new VM(k,Ke,e,xe),Te=new LT(k,Ke),ht.reversedDepthBuffer&&u&&Te.buffers.depth.setReversed(!0),X=k.createFramebuffer(),U=k.createFramebuffer(),q=k.createFramebuffer(),zt=new tw(k),He=new xT,$e=new DT(k,Ke,Te,He,ht,xe,zt),I=new KM(F),b=new iS(k),Me=new kM(k,b),Y=new QM(k,b,zt,Me),de=new iw(k,Y,b,Me,zt),ae=new nw(k,ht,$e),re=new GM(He),le=new _T(F,I,Ke,ht,Me,re),ye=new BT(F,He),Se=new vT,ie=new ET(Ke),B=new BM(F,I,Te,de,g,l),ge=new IT(F,de,ht),Xe=new kT(k,zt,ht,Te),se=new zM(k,Ke,zt),Ee=new ew(k,Ke,zt),zt.programs=le.programs,F.capabilities=ht,F.extensions=Ke,F.properties=He,F.renderLists=Se,F.shadowMap=ge,F.state=Te,F.info=zt}v!==li&&(V=new rw(v,t.width,t.height,a,s,r));let he=new hf(F,k);this.xr=he,this.getContext=function(){return k},this.getContextAttributes=function(){return k.getContextAttributes()},this.forceContextLoss=function(){let w=Ke.get("WEBGL_lose_context");w&&w.loseContext()},this.forceContextRestore=function(){let w=Ke.get("WEBGL_lose_context");w&&w.restoreContext()},this.getPixelRatio=function(){return we},this.setPixelRatio=function(w){w!==void 0&&(we=w,this.setSize(ve,Re,!1))},this.getSize=function(w){return w.set(ve,Re)},this.setSize=function(w,z,ee=!0){if(he.isPresenting){Je("WebGLRenderer: Can't change size while VR device is presenting.");return}ve=w,Re=z,t.width=Math.floor(w*we),t.height=Math.floor(z*we),ee===!0&&(t.style.width=w+"px",t.style.height=z+"px"),V!==null&&V.setSize(t.width,t.height),this.setViewport(0,0,w,z)},this.getDrawingBufferSize=function(w){return w.set(ve*we,Re*we).floor()},this.setDrawingBufferSize=function(w,z,ee){ve=w,Re=z,we=ee,t.width=Math.floor(w*ee),t.height=Math.floor(z*ee),this.setViewport(0,0,w,z)},this.setEffects=function(w){if(v===li){nt("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(w){for(let z=0;z<w.length;z++)if(w[z].isOutputPass===!0){Je("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}V.setEffects(w||[])},this.getCurrentViewport=function(w){return w.copy(oe)},this.getViewport=function(w){return w.copy(We)},this.setViewport=function(w,z,ee,Z){w.isVector4?We.set(w.x,w.y,w.z,w.w):We.set(w,z,ee,Z),Te.viewport(oe.copy(We).multiplyScalar(_n()).round())},this.getScissor=function(w){return w.copy(_t)},this.setScissor=function(w,z,ee,Z){w.isVector4?_t.set(w.x,w.y,w.z,w.w):_t.set(w,z,ee,Z),Te.scissor(pe.copy(_t).multiplyScalar(_n()).round())},this.getScissorTest=function(){return pt},this.setScissorTest=function(w){Te.setScissorTest(pt=w)},this.setOpaqueSort=function(w){qe=w},this.setTransparentSort=function(w){ct=w},this.getClearColor=function(w){return w.copy(B.getClearColor())},this.setClearColor=function(){B.setClearColor(...arguments)},this.getClearAlpha=function(){return B.getClearAlpha()},this.setClearAlpha=function(){B.setClearAlpha(...arguments)},this.clear=function(w=!0,z=!0,ee=!0){let Z=0;if(w){let K=!1;if(ue!==null){let Ae=ue.texture.format;K=m.has(Ae)}if(K){let Ae=ue.texture.type,Le=p.has(Ae),Ce=B.getClearColor(),Ne=B.getClearAlpha(),Ge=Ce.r,it=Ce.g,xt=Ce.b;Le?(S[0]=Ge,S[1]=it,S[2]=xt,S[3]=Ne,k.clearBufferuiv(k.COLOR,0,S)):(P[0]=Ge,P[1]=it,P[2]=xt,P[3]=Ne,k.clearBufferiv(k.COLOR,0,P))}else Z|=k.COLOR_BUFFER_BIT}z&&(Z|=k.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),ee&&(Z|=k.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),Z!==0&&k.clear(Z)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(w){w.setRenderer(this),G=w},this.dispose=function(){t.removeEventListener("webglcontextlost",ze,!1),t.removeEventListener("webglcontextrestored",tt,!1),t.removeEventListener("webglcontextcreationerror",Pe,!1),B.dispose(),Se.dispose(),ie.dispose(),$e.dispose(),He.dispose(),I.dispose(),de.dispose(),Y.dispose(),Me.dispose(),Xe.dispose(),le.dispose(),he.dispose(),he.removeEventListener("sessionstart",_l),he.removeEventListener("sessionend",Ki),ps.stop()};function ze(w){w.preventDefault(),Xd("WebGLRenderer: Context Lost."),O=!0}function tt(){Xd("WebGLRenderer: Context Restored."),O=!1;let w=zt.autoReset,z=ge.enabled,ee=ge.autoUpdate,Z=ge.needsUpdate,K=ge.type;et(),zt.autoReset=w,ge.enabled=z,ge.autoUpdate=ee,ge.needsUpdate=Z,ge.type=K}function Pe(w){nt("WebGLRenderer: A WebGL context could not be created. Reason: ",w.statusMessage)}function dt(w){let z=w.target;z.removeEventListener("dispose",dt),Yt(z)}function Yt(w){jn(w),He.remove(w)}function jn(w){let z=He.get(w).programs;z!==void 0&&(z.forEach(function(ee){le.releaseProgram(ee)}),w.isShaderMaterial&&le.releaseShaderCache(w))}this.renderBufferDirect=function(w,z,ee,Z,K,Ae){z===null&&(z=wn);let Le=K.isMesh&&K.matrixWorld.determinantAffine()<0,Ce=Jo(w,z,ee,Z,K);Te.setMaterial(Z,Le);let Ne=ee.index,Ge=1;if(Z.wireframe===!0){if(Ne=Y.getWireframeAttribute(ee),Ne===void 0)return;Ge=2}let it=ee.drawRange,xt=ee.attributes.position,Ve=it.start*Ge,yt=(it.start+it.count)*Ge;Ae!==null&&(Ve=Math.max(Ve,Ae.start*Ge),yt=Math.min(yt,(Ae.start+Ae.count)*Ge)),Ne!==null?(Ve=Math.max(Ve,0),yt=Math.min(yt,Ne.count)):xt!=null&&(Ve=Math.max(Ve,0),yt=Math.min(yt,xt.count));let sn=yt-Ve;if(sn<0||sn===1/0)return;Me.setup(K,Z,Ce,ee,Ne);let Ut,Ot=se;if(Ne!==null&&(Ut=b.get(Ne),Ot=Ee,Ot.setIndex(Ut)),K.isMesh)Z.wireframe===!0?(Te.setLineWidth(Z.wireframeLinewidth*_n()),Ot.setMode(k.LINES)):Ot.setMode(k.TRIANGLES);else if(K.isLine){let Tn=Z.linewidth;Tn===void 0&&(Tn=1),Te.setLineWidth(Tn*_n()),K.isLineSegments?Ot.setMode(k.LINES):K.isLineLoop?Ot.setMode(k.LINE_LOOP):Ot.setMode(k.LINE_STRIP)}else K.isPoints?Ot.setMode(k.POINTS):K.isSprite&&Ot.setMode(k.TRIANGLES);if(K.isBatchedMesh)if(Ke.get("WEBGL_multi_draw"))Ot.renderMultiDraw(K._multiDrawStarts,K._multiDrawCounts,K._multiDrawCount);else{let Tn=K._multiDrawStarts,Be=K._multiDrawCounts,xn=K._multiDrawCount,wt=Ne?b.get(Ne).bytesPerElement:1,gs=He.get(Z).currentProgram.getUniforms();for(let yn=0;yn<xn;yn++)gs.setValue(k,"_gl_DrawID",yn),Ot.render(Tn[yn]/wt,Be[yn])}else if(K.isInstancedMesh)Ot.renderInstances(Ve,sn,K.count);else if(ee.isInstancedBufferGeometry){let Tn=ee._maxInstanceCount!==void 0?ee._maxInstanceCount:1/0,Be=Math.min(ee.instanceCount,Tn);Ot.renderInstances(Ve,sn,Be)}else Ot.render(Ve,sn)};function Yo(w,z,ee,Z){G!==null&&w.isNodeMaterial&&G.setObject(Z,w),Wt===!0&&re.setState(w,ee,!1),w.transparent===!0&&w.side===Di&&w.forceSinglePass===!1?(w.side=ri,w.needsUpdate=!0,ji(w,z,Z),w.side=hr,w.needsUpdate=!0,ji(w,z,Z),w.side=Di):ji(w,z,Z)}this.compile=function(w,z,ee=null){ee===null&&(ee=w),G!==null&&G.renderStart(w,z,ee),A=ie.get(ee),A.init(z),E.push(A),ee.traverseVisible(function(K){K.isLight&&K.layers.test(z.layers)&&(A.pushLight(K),K.castShadow&&A.pushShadow(K))}),w!==ee&&w.traverseVisible(function(K){K.isLight&&K.layers.test(z.layers)&&(A.pushLight(K),K.castShadow&&A.pushShadow(K))}),A.setupLights(),G!==null&&G.updateLights(A.state.lightsArray),gn=this.localClippingEnabled,Wt=re.init(this.clippingPlanes,gn),Wt===!0&&re.setGlobalState(this.clippingPlanes,z),G!==null&&ge.render(A.state.shadowsArray,ee,z);let Z=new Set;return w.traverse(function(K){if(!(K.isMesh||K.isPoints||K.isLine||K.isSprite))return;let Ae=K.material;if(Ae)if(Array.isArray(Ae))for(let Le=0;Le<Ae.length;Le++){let Ce=Ae[Le];Yo(Ce,ee,z,K),Z.add(Ce)}else Yo(Ae,ee,z,K),Z.add(Ae)}),A=E.pop(),G!==null&&G.renderEnd(),Z},this.compileAsync=function(w,z,ee=null){let Z=this.compile(w,z,ee);return new Promise(K=>{function Ae(){if(Z.forEach(function(Le){let Ne=He.get(Le).currentProgram;(Ne===void 0||Ne.isReady())&&Z.delete(Le)}),Z.size===0){K(w);return}setTimeout(Ae,10)}Ke.get("KHR_parallel_shader_compile")!==null?Ae():setTimeout(Ae,10)})};let Fr=null;function Mu(w){Fr&&Fr(w)}function _l(){ps.stop()}function Ki(){ps.start()}let ps=new u0;ps.setAnimationLoop(Mu),typeof self<"u"&&ps.setContext(self),this.setAnimationLoop=function(w){Fr=w,he.setAnimationLoop(w),w===null?ps.stop():ps.start()},he.addEventListener("sessionstart",_l),he.addEventListener("sessionend",Ki),this.render=function(w,z){if(z!==void 0&&z.isCamera!==!0){nt("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(O===!0)return;G!==null&&G.renderStart(w,z);let ee=he.enabled===!0&&he.isPresenting===!0,Z=V!==null&&(ue===null||ee)&&V.begin(F,ue);if(w.matrixWorldAutoUpdate===!0&&w.updateMatrixWorld(),z.parent===null&&z.matrixWorldAutoUpdate===!0&&z.updateMatrixWorld(),he.enabled===!0&&he.isPresenting===!0&&(V===null||V.isCompositing()===!1)&&(he.cameraAutoUpdate===!0&&he.updateCamera(z),z=he.getCamera()),w.isScene===!0&&w.onBeforeRender(F,w,z,ue),A=ie.get(w,E.length),A.init(z),A.state.textureUnits=$e.getTextureUnits(),E.push(A),Bt.multiplyMatrices(z.projectionMatrix,z.matrixWorldInverse),z.isArrayCamera?Qt.setFromArrayCamera(z):rt.setFromProjectionMatrix(Bt,Li,z.reversedDepth),gn=this.localClippingEnabled,Wt=re.init(this.clippingPlanes,gn),L=Se.get(w,x.length),L.init(),x.push(L),this.info.render.frame++,he.enabled===!0&&he.isPresenting===!0){let Le=F.xr.getDepthSensingMesh();Le!==null&&ms(Le,z,-1/0,F.sortObjects)}ms(w,z,0,F.sortObjects),L.finish(),G!==null&&G.updateLights(A.state.lightsArray),F.sortObjects===!0&&L.sort(qe,ct),on=he.enabled===!1||he.isPresenting===!1||he.hasDepthSensing()===!1,on&&B.addToRenderList(L,w),this.info.autoReset===!0&&this.info.reset(),Wt===!0&&re.beginShadows();let K=A.state.shadowsArray;if(ge.render(K,w,z),Wt===!0&&re.endShadows(),(Z&&V.hasRenderPass())===!1){let Le=L.opaque,Ce=L.transmissive;if(A.setupLights(),z.isArrayCamera){let Ne=z.cameras;if(Ce.length>0)for(let Ge=0,it=Ne.length;Ge<it;Ge++){let xt=Ne[Ge];Oi(Le,Ce,w,xt)}on&&B.render(w);for(let Ge=0,it=Ne.length;Ge<it;Ge++){let xt=Ne[Ge];$o(L,w,xt,xt.viewport)}}else Ce.length>0&&Oi(Le,Ce,w,z),on&&B.render(w),$o(L,w,z)}ue!==null&&W===0&&($e.updateMultisampleRenderTarget(ue),$e.updateRenderTargetMipmap(ue)),Z&&V.end(F),w.isScene===!0&&w.onAfterRender(F,w,z),Me.resetDefaultState(),Q=-1,te=null,E.pop(),E.length>0?(A=E[E.length-1],$e.setTextureUnits(A.state.textureUnits),Wt===!0&&re.setGlobalState(F.clippingPlanes,A.state.camera)):A=null,x.pop(),x.length>0?L=x[x.length-1]:L=null,G!==null&&G.renderEnd()};function ms(w,z,ee,Z){if(w.visible===!1)return;if(w.layers.test(z.layers)){if(w.isGroup)ee=w.renderOrder;else if(w.isLOD)w.autoUpdate===!0&&w.update(z);else if(w.isLight)A.pushLight(w),w.castShadow&&A.pushShadow(w);else if(w.isSprite){let Le=z.isArrayCamera?Qt:rt;if(!w.frustumCulled||w.intersectsFrustum(Le)){Z&&At.setFromMatrixPosition(w.matrixWorld).applyMatrix4(Bt);let Ce=de.update(w),Ne=w.material;Ne.visible&&L.push(w,Ce,Ne,ee,At.z,null,z)}}else if(w.isMesh||w.isLine||w.isPoints){let Le=z.isArrayCamera?Qt:rt;if(!w.frustumCulled||w.intersectsFrustum(Le)){let Ce=de.update(w),Ne=w.material;if(Z&&(w.boundingSphere!==void 0?(w.boundingSphere===null&&w.computeBoundingSphere(),At.copy(w.boundingSphere.center)):(Ce.boundingSphere===null&&Ce.computeBoundingSphere(),At.copy(Ce.boundingSphere.center)),At.applyMatrix4(w.matrixWorld).applyMatrix4(Bt)),Array.isArray(Ne)){let Ge=Ce.groups;for(let it=0,xt=Ge.length;it<xt;it++){let Ve=Ge[it],yt=Ne[Ve.materialIndex];yt&&yt.visible&&L.push(w,Ce,yt,ee,At.z,Ve,z)}}else Ne.visible&&L.push(w,Ce,Ne,ee,At.z,null,z)}}}let Ae=w.children;for(let Le=0,Ce=Ae.length;Le<Ce;Le++)ms(Ae[Le],z,ee,Z)}function $o(w,z,ee,Z){let{opaque:K,transmissive:Ae,transparent:Le}=w;A.setupLightsView(ee),Wt===!0&&re.setGlobalState(F.clippingPlanes,ee),Z&&Te.viewport(oe.copy(Z)),K.length>0&&an(K,z,ee),Ae.length>0&&an(Ae,z,ee),Le.length>0&&an(Le,z,ee),Te.buffers.depth.setTest(!0),Te.buffers.depth.setMask(!0),Te.buffers.color.setMask(!0),Te.setPolygonOffset(!1)}function Oi(w,z,ee,Z){if((ee.isScene===!0?ee.overrideMaterial:null)!==null)return;if(A.state.transmissionRenderTarget[Z.id]===void 0){let Ve=Ke.has("EXT_color_buffer_half_float")||Ke.has("EXT_color_buffer_float");A.state.transmissionRenderTarget[Z.id]=new Si(1,1,{generateMipmaps:!0,type:Ve?qi:li,minFilter:Us,samples:Math.max(4,ht.samples),stencilBuffer:r,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:Tt.workingColorSpace})}let Ae=A.state.transmissionRenderTarget[Z.id],Le=Z.viewport||oe;Ae.setSize(Le.z*F.transmissionResolutionScale,Le.w*F.transmissionResolutionScale);let Ce=F.getRenderTarget(),Ne=F.getActiveCubeFace(),Ge=F.getActiveMipmapLevel();F.setRenderTarget(Ae),F.getClearColor(ne),_e=F.getClearAlpha(),_e<1&&F.setClearColor(16777215,.5),F.clear(),on&&B.render(ee);let it=F.toneMapping;F.toneMapping=hs;let xt=Z.viewport;if(Z.viewport!==void 0&&(Z.viewport=void 0),A.setupLightsView(Z),Wt===!0&&re.setGlobalState(F.clippingPlanes,Z),an(w,ee,Z),$e.updateMultisampleRenderTarget(Ae),$e.updateRenderTargetMipmap(Ae),Ke.has("WEBGL_multisampled_render_to_texture")===!1){let Ve=!1;for(let yt=0,sn=z.length;yt<sn;yt++){let Ut=z[yt],{object:Ot,geometry:Tn,material:Be,group:xn}=Ut;if(Be.side===Di&&Ot.layers.test(Z.layers)){let wt=Be.side;Be.side=ri,Be.needsUpdate=!0,fn(Ot,ee,Z,Tn,Be,xn),Be.side=wt,Be.needsUpdate=!0,Ve=!0}}Ve===!0&&($e.updateMultisampleRenderTarget(Ae),$e.updateRenderTargetMipmap(Ae))}F.setRenderTarget(Ce,Ne,Ge),F.setClearColor(ne,_e),xt!==void 0&&(Z.viewport=xt),F.toneMapping=it}function an(w,z,ee){let Z=z.isScene===!0?z.overrideMaterial:null;for(let K=0,Ae=w.length;K<Ae;K++){let Le=w[K],{object:Ce,geometry:Ne,group:Ge}=Le,it=Le.material;it.allowOverride===!0&&Z!==null&&(it=Z),Ce.layers.test(ee.layers)&&fn(Ce,z,ee,Ne,it,Ge)}}function fn(w,z,ee,Z,K,Ae){G!==null&&K.isNodeMaterial&&G.setObject(w,K),w.onBeforeRender(F,z,ee,Z,K,Ae),w.modelViewMatrix.multiplyMatrices(ee.matrixWorldInverse,w.matrixWorld),w.normalMatrix.getNormalMatrix(w.modelViewMatrix),K.onBeforeRender(F,z,ee,Z,w,Ae),K.transparent===!0&&K.side===Di&&K.forceSinglePass===!1?(K.side=ri,K.needsUpdate=!0,F.renderBufferDirect(ee,z,Z,K,w,Ae),K.side=hr,K.needsUpdate=!0,F.renderBufferDirect(ee,z,Z,K,w,Ae),K.side=Di):F.renderBufferDirect(ee,z,Z,K,w,Ae),w.onAfterRender(F,z,ee,Z,K,Ae)}function pn(w){let z=0;for(let ee of w)ee.texture!==null&&z++;return z}function ji(w,z,ee){z.isScene!==!0&&(z=wn);let Z=He.get(w),K=A.state.lights,Ae=A.state.shadowsArray,Le=K.state.version,Ce=le.getParameters(w,K.state,Ae,z,ee,A.state.lightProbeGridArray),Ne=le.getProgramCacheKey(Ce),Ge=Z.programs;Z.environment=w.isMeshStandardMaterial||w.isMeshLambertMaterial||w.isMeshPhongMaterial?z.environment:null,Z.fog=z.fog;let it=w.isMeshStandardMaterial||w.isMeshLambertMaterial&&!w.envMap||w.isMeshPhongMaterial&&!w.envMap;Z.envMap=I.get(w.envMap||Z.environment,it),Z.envMapRotation=Z.environment!==null&&w.envMap===null?z.environmentRotation:w.envMapRotation,Ge===void 0&&(w.addEventListener("dispose",dt),Ge=new Map,Z.programs=Ge,Z.programVariants=new Map);let xt=Ge.get(Ne);if(xt!==void 0){if(Z.currentProgram===xt&&Z.lightsStateVersion===Le)return Zo(w,Ce),xt}else Ce.uniforms=le.getUniforms(w),G!==null&&w.isNodeMaterial&&G.build(w,ee,Ce),w.onBeforeCompile(Ce,F),xt=le.acquireProgram(Ce,Ne),Ge.set(Ne,xt),Z.uniforms=Ce.uniforms;let Ve=Z.uniforms;return(!w.isShaderMaterial&&!w.isRawShaderMaterial||w.clipping===!0)&&(Ve.clippingPlanes=re.uniform),Zo(w,Ce),Z.needsLights=Vs(w),Z.lightsStateVersion=Le,Z.needsLights&&(Ve.ambientLightColor.value=K.state.ambient,Ve.lightProbe.value=K.state.probe,Ve.sunLights.value=K.state.sun,Ve.sunLightShadows.value=K.state.sunShadow,Ve.directionalLights.value=K.state.directional,Ve.directionalLightShadows.value=K.state.directionalShadow,Ve.spotLights.value=K.state.spot,Ve.spotLightShadows.value=K.state.spotShadow,Ve.rectAreaLights.value=K.state.rectArea,Ve.ltc_1.value=K.state.rectAreaLTC1,Ve.ltc_2.value=K.state.rectAreaLTC2,Ve.pointLights.value=K.state.point,Ve.pointLightShadows.value=K.state.pointShadow,Ve.hemisphereLights.value=K.state.hemi,Ve.sunShadowMatrix.value=K.state.sunShadowMatrix,Ve.sunShadowCascade.value=K.state.sunShadowCascade,Ve.directionalShadowMatrix.value=K.state.directionalShadowMatrix,Ve.spotLightMatrix.value=K.state.spotLightMatrix,Ve.spotLightMap.value=K.state.spotLightMap,Ve.pointShadowMatrix.value=K.state.pointShadowMatrix),Z.numLightProbeGrids=pn(A.state.lightProbeGridArray),Z.currentProgram=xt,Z.uniformsList=null,xt}function hi(w,z,ee,Z,K){let Ae=He.get(w),Le=Ae.currentProgram.id+","+Z+","+K,Ce=Ae.programVariants.get(Le);return Ce===void 0?(Ce=ji(w,z,ee),Ae.programVariants.set(Le,Ce)):(Ae.currentProgram=Ce,Ae.uniformsList=null,Ae.outputColorSpace=Z,Ae.toneMapping=K),Ce}function zs(w){if(w.uniformsList===null){let z=w.currentProgram.getUniforms();w.uniformsList=Lo.seqWithValue(z.seq,w.uniforms)}return w.uniformsList}function Zo(w,z){let ee=He.get(w);ee.outputColorSpace=z.outputColorSpace,ee.batching=z.batching,ee.batchingColor=z.batchingColor,ee.instancing=z.instancing,ee.instancingColor=z.instancingColor,ee.instancingMorph=z.instancingMorph,ee.skinning=z.skinning,ee.morphTargets=z.morphTargets,ee.morphNormals=z.morphNormals,ee.morphColors=z.morphColors,ee.morphTargetsCount=z.morphTargetsCount,ee.numClippingPlanes=z.numClippingPlanes,ee.numIntersection=z.numClipIntersection,ee.vertexAlphas=z.vertexAlphas,ee.vertexTangents=z.vertexTangents,ee.toneMapping=z.toneMapping}function Jo(w,z,ee,Z,K){z.isScene!==!0&&(z=wn),$e.resetTextureUnits();let Ae=z.fog,Le=Z.isMeshStandardMaterial||Z.isMeshLambertMaterial||Z.isMeshPhongMaterial?z.environment:null,Ce=ue===null?F.outputColorSpace:ue.isXRRenderTarget===!0?ue.texture.colorSpace:Tt.workingColorSpace,Ne=Z.isMeshStandardMaterial||Z.isMeshLambertMaterial&&!Z.envMap||Z.isMeshPhongMaterial&&!Z.envMap,Ge=I.get(Z.envMap||Le,Ne),it=Z.vertexColors===!0&&!!ee.attributes.color&&ee.attributes.color.itemSize===4,xt=!!ee.attributes.tangent&&(!!Z.normalMap||Z.anisotropy>0),Ve=!!ee.morphAttributes.position,yt=!!ee.morphAttributes.normal,sn=!!ee.morphAttributes.color,Ut=hs;Z.toneMapped&&(ue===null||ue.isXRRenderTarget===!0)&&(Ut=F.toneMapping);let Ot=ee.morphAttributes.position||ee.morphAttributes.normal||ee.morphAttributes.color,Tn=Ot!==void 0?Ot.length:0,Be=He.get(Z),xn=A.state.lights;if(Wt===!0&&(gn===!0||w!==te)){let Ft=w===te&&Z.id===Q;re.setState(Z,w,Ft)}let wt=!1,gs=!1;Z.version===Be.__version?Be.needsLights&&Be.lightsStateVersion!==xn.state.version||K.isBatchedMesh&&Be.batching===!1||!K.isBatchedMesh&&Be.batching===!0||K.isBatchedMesh&&Be.batchingColor===!0&&K._colorsTexture===null||K.isBatchedMesh&&Be.batchingColor===!1&&K._colorsTexture!==null||K.isInstancedMesh&&Be.instancing===!1||!K.isInstancedMesh&&Be.instancing===!0||K.isSkinnedMesh&&Be.skinning===!1||!K.isSkinnedMesh&&Be.skinning===!0||K.isInstancedMesh&&Be.instancingColor===!0&&K.instanceColor===null||K.isInstancedMesh&&Be.instancingColor===!1&&K.instanceColor!==null||K.isInstancedMesh&&Be.instancingMorph===!0&&K.morphTexture===null||K.isInstancedMesh&&Be.instancingMorph===!1&&K.morphTexture!==null||Be.envMap!==Ge||Z.fog===!0&&Be.fog!==Ae||Be.numClippingPlanes!==void 0&&(Be.numClippingPlanes!==re.numPlanes||Be.numIntersection!==re.numIntersection)||Be.vertexAlphas!==it||Be.vertexTangents!==xt||Be.morphTargets!==Ve||Be.morphNormals!==yt||Be.morphColors!==sn||Be.morphTargetsCount!==Tn||Be.numLightProbeGrids!==pn(A.state.lightProbeGridArray)?wt=!0:(Be.outputColorSpace!==Ce||Be.toneMapping!==Ut)&&(gs=!0):(wt=!0,Be.__version=Z.version);let yn=Be.currentProgram;(wt===!0||gs===!0)&&(yn=gs===!0?hi(Z,z,K,Ce,Ut):ji(Z,z,K),G&&Z.isNodeMaterial&&G.onUpdateProgram(Z,yn,Be));let zr=!1,Qi=!1,_s=!1,mt=yn.getUniforms(),ln=Be.uniforms;if(Te.useProgram(yn.program)&&(zr=!0,Qi=!0,_s=!0),Z.id!==Q&&(Q=Z.id,Qi=!0),zr||te!==w){Te.buffers.depth.getReversed()&&w.reversedDepth!==!0&&(w._reversedDepth=!0,w.updateProjectionMatrix()),mt.setValue(k,"projectionMatrix",w.projectionMatrix),mt.setValue(k,"viewMatrix",w.matrixWorldInverse);let vn=mt.map.cameraPosition;vn!==void 0&&vn.setValue(k,Dn.setFromMatrixPosition(w.matrixWorld)),ht.logarithmicDepthBuffer&&mt.setValue(k,"logDepthBufFC",2/(Math.log(w.far+1)/Math.LN2)),(Z.isMeshPhongMaterial||Z.isMeshToonMaterial||Z.isMeshLambertMaterial||Z.isMeshBasicMaterial||Z.isMeshStandardMaterial||Z.isShaderMaterial)&&mt.setValue(k,"isOrthographic",w.isOrthographicCamera===!0),te!==w&&(te=w,Qi=!0,_s=!0)}if(Be.needsLights&&(xn.state.sunShadowMap.length>0&&mt.setValue(k,"sunShadowMap",xn.state.sunShadowMap,$e),xn.state.directionalShadowMap.length>0&&mt.setValue(k,"directionalShadowMap",xn.state.directionalShadowMap,$e),xn.state.spotShadowMap.length>0&&mt.setValue(k,"spotShadowMap",xn.state.spotShadowMap,$e),xn.state.pointShadowMap.length>0&&mt.setValue(k,"pointShadowMap",xn.state.pointShadowMap,$e)),K.isSkinnedMesh){mt.setOptional(k,K,"bindMatrix"),mt.setOptional(k,K,"bindMatrixInverse");let Ft=K.skeleton;Ft&&(Ft.boneTexture===null&&Ft.computeBoneTexture(),mt.setValue(k,"boneTexture",Ft.boneTexture,$e))}K.isBatchedMesh&&(mt.setOptional(k,K,"batchingTexture"),mt.setValue(k,"batchingTexture",K._matricesTexture,$e),mt.setOptional(k,K,"batchingIdTexture"),mt.setValue(k,"batchingIdTexture",K._indirectTexture,$e),mt.setOptional(k,K,"batchingColorTexture"),K._colorsTexture!==null&&mt.setValue(k,"batchingColorTexture",K._colorsTexture,$e));let Qn=ee.morphAttributes;if((Qn.position!==void 0||Qn.normal!==void 0||Qn.color!==void 0)&&ae.update(K,ee,yn),(Qi||Be.receiveShadow!==K.receiveShadow)&&(Be.receiveShadow=K.receiveShadow,mt.setValue(k,"receiveShadow",K.receiveShadow)),(Z.isMeshStandardMaterial||Z.isMeshLambertMaterial||Z.isMeshPhongMaterial)&&Z.envMap===null&&z.environment!==null&&(ln.envMapIntensity.value=z.environmentIntensity),ln.dfgLUT!==void 0&&(ln.dfgLUT.value=VT()),Qi){if(mt.setValue(k,"toneMappingExposure",F.toneMappingExposure),Be.needsLights&&Br(ln,_s),Ae&&Z.fog===!0&&ye.refreshFogUniforms(ln,Ae),ye.refreshMaterialUniforms(ln,Z,we,Re,A.state.transmissionRenderTarget[w.id]),Be.needsLights&&Be.numLightProbeGrids>0){let Ft=T,vn=0;for(let qn of A.state.lightProbeGridArray)qn.texture!==null&&(Ft.textures[vn]=qn.texture,Ft.min[vn]=qn.boundingBox.min,Ft.max[vn]=qn.boundingBox.max,Ft.resolution[vn]=qn.resolution,vn++);for(let qn in Ft)Ft[qn].length=vn;ln.probesSH.value=Ft.textures,ln.probesMin.value=Ft.min,ln.probesMax.value=Ft.max,ln.probesResolution.value=Ft.resolution}Lo.upload(k,zs(Be),ln,$e)}if(Z.isShaderMaterial&&Z.uniformsNeedUpdate===!0&&(Lo.upload(k,zs(Be),ln,$e),Z.uniformsNeedUpdate=!1),Z.isSpriteMaterial&&mt.setValue(k,"center",K.center),mt.setValue(k,"modelViewMatrix",K.modelViewMatrix),mt.setValue(k,"normalMatrix",K.normalMatrix),mt.setValue(k,"modelMatrix",K.matrixWorld),Z.uniformsGroups!==void 0){let Ft=Z.uniformsGroups;for(let vn=0,qn=Ft.length;vn<qn;vn++){let xl=Ft[vn];Xe.update(xl,yn),Xe.bind(xl,yn)}}return yn}function Br(w,z){w.ambientLightColor.needsUpdate=z,w.lightProbe.needsUpdate=z,w.sunLights.needsUpdate=z,w.sunLightShadows.needsUpdate=z,w.directionalLights.needsUpdate=z,w.directionalLightShadows.needsUpdate=z,w.pointLights.needsUpdate=z,w.pointLightShadows.needsUpdate=z,w.spotLights.needsUpdate=z,w.spotLightShadows.needsUpdate=z,w.rectAreaLights.needsUpdate=z,w.hemisphereLights.needsUpdate=z}function Vs(w){return w.isMeshLambertMaterial||w.isMeshToonMaterial||w.isMeshPhongMaterial||w.isMeshStandardMaterial||w.isShadowMaterial||w.isShaderMaterial&&w.lights===!0}this.getActiveCubeFace=function(){return J},this.getActiveMipmapLevel=function(){return W},this.getRenderTarget=function(){return ue},this.setRenderTargetTextures=function(w,z,ee){let Z=He.get(w);Z.__autoAllocateDepthBuffer=w.resolveDepthBuffer===!1,Z.__autoAllocateDepthBuffer===!1&&(Z.__useRenderToTexture=!1),He.get(w.texture).__webglTexture=z,He.get(w.depthTexture).__webglTexture=Z.__autoAllocateDepthBuffer?void 0:ee,Z.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(w,z){let ee=He.get(w);ee.__webglFramebuffer=z,ee.__useDefaultFramebuffer=z===void 0},this.setRenderTarget=function(w,z=0,ee=0){ue=w,J=z,W=ee;let Z=null,K=!1,Ae=!1;if(w){let Ce=He.get(w);if(Ce.__useDefaultFramebuffer!==void 0){Te.bindFramebuffer(k.FRAMEBUFFER,Ce.__webglFramebuffer),oe.copy(w.viewport),pe.copy(w.scissor),fe=w.scissorTest,Te.viewport(oe),Te.scissor(pe),Te.setScissorTest(fe),Q=-1;return}else if(Ce.__webglFramebuffer===void 0)$e.setupRenderTarget(w);else if(Ce.__hasExternalTextures)$e.rebindTextures(w,He.get(w.texture).__webglTexture,He.get(w.depthTexture).__webglTexture);else if(w.depthBuffer){let it=w.depthTexture;if(Ce.__boundDepthTexture!==it){if(it!==null&&He.has(it)&&(w.width!==it.image.width||w.height!==it.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");$e.setupDepthRenderbuffer(w)}}let Ne=w.texture;(Ne.isData3DTexture||Ne.isDataArrayTexture||Ne.isCompressedArrayTexture)&&(Ae=!0);let Ge=He.get(w).__webglFramebuffer;w.isWebGLCubeRenderTarget?(Array.isArray(Ge[z])?Z=Ge[z][ee]:Z=Ge[z],K=!0):w.samples>0&&$e.useMultisampledRTT(w)===!1?Z=He.get(w).__webglMultisampledFramebuffer:Array.isArray(Ge)?Z=Ge[ee]:Z=Ge,oe.copy(w.viewport),pe.copy(w.scissor),fe=w.scissorTest}else oe.copy(We).multiplyScalar(we).floor(),pe.copy(_t).multiplyScalar(we).floor(),fe=pt;if(ee!==0&&(Z=X),Te.bindFramebuffer(k.FRAMEBUFFER,Z)&&Te.drawBuffers(w,Z),Te.viewport(oe),Te.scissor(pe),Te.setScissorTest(fe),K){let Ce=He.get(w.texture);k.framebufferTexture2D(k.FRAMEBUFFER,k.COLOR_ATTACHMENT0,k.TEXTURE_CUBE_MAP_POSITIVE_X+z,Ce.__webglTexture,ee)}else if(Ae){let Ce=z;for(let Ne=0;Ne<w.textures.length;Ne++){let Ge=He.get(w.textures[Ne]);k.framebufferTextureLayer(k.FRAMEBUFFER,k.COLOR_ATTACHMENT0+Ne,Ge.__webglTexture,ee,Ce)}}else if(w!==null&&ee!==0){let Ce=He.get(w.texture);k.framebufferTexture2D(k.FRAMEBUFFER,k.COLOR_ATTACHMENT0,k.TEXTURE_2D,Ce.__webglTexture,ee)}Q=-1};function kr(w){let z=He.get(w);return(z.__readFormat!==w.format||z.__readType!==w.type)&&(z.__readFormat=w.format,z.__readType=w.type,z.__formatReadable=ht.textureFormatReadable(w.format),z.__typeReadable=ht.textureTypeReadable(w.type)),z}this.readRenderTargetPixels=function(w,z,ee,Z,K,Ae,Le,Ce=0){if(!(w&&w.isWebGLRenderTarget)){nt("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let Ne=He.get(w).__webglFramebuffer;if(w.isWebGLCubeRenderTarget&&Le!==void 0&&(Ne=Ne[Le],Array.isArray(Ne)&&(Ne=Ne[0])),Ne){Te.bindFramebuffer(k.FRAMEBUFFER,Ne);try{let Ge=w.textures[Ce],it=Ge.format,xt=Ge.type;w.textures.length>1&&k.readBuffer(k.COLOR_ATTACHMENT0+Ce);let Ve=kr(Ge);if(Ve.__formatReadable===!1){nt("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(Ve.__typeReadable===!1){nt("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}z>=0&&z<=w.width-Z&&ee>=0&&ee<=w.height-K&&k.readPixels(z,ee,Z,K,xe.convert(it),xe.convert(xt),Ae)}finally{let Ge=ue!==null?He.get(ue).__webglFramebuffer:null;Te.bindFramebuffer(k.FRAMEBUFFER,Ge)}}},this.readRenderTargetPixelsAsync=async function(w,z,ee,Z,K,Ae,Le,Ce=0){if(!(w&&w.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let Ne=He.get(w).__webglFramebuffer;if(w.isWebGLCubeRenderTarget&&Le!==void 0&&(Ne=Ne[Le],Array.isArray(Ne)&&(Ne=Ne[0])),Ne)if(z>=0&&z<=w.width-Z&&ee>=0&&ee<=w.height-K){Te.bindFramebuffer(k.FRAMEBUFFER,Ne);let Ge=w.textures[Ce],it=Ge.format,xt=Ge.type;w.textures.length>1&&k.readBuffer(k.COLOR_ATTACHMENT0+Ce);let Ve=kr(Ge);if(Ve.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(Ve.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let yt=k.createBuffer();k.bindBuffer(k.PIXEL_PACK_BUFFER,yt),k.bufferData(k.PIXEL_PACK_BUFFER,Ae.byteLength,k.STREAM_READ),k.readPixels(z,ee,Z,K,xe.convert(it),xe.convert(xt),0),k.bindBuffer(k.PIXEL_PACK_BUFFER,null);let sn=ue!==null?He.get(ue).__webglFramebuffer:null;Te.bindFramebuffer(k.FRAMEBUFFER,sn);let Ut=k.fenceSync(k.SYNC_GPU_COMMANDS_COMPLETE,0);return k.flush(),await Og(k,Ut,4),k.bindBuffer(k.PIXEL_PACK_BUFFER,yt),k.getBufferSubData(k.PIXEL_PACK_BUFFER,0,Ae),k.bindBuffer(k.PIXEL_PACK_BUFFER,null),k.deleteBuffer(yt),k.deleteSync(Ut),Ae}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(w,z=null,ee=0){let Z=Math.pow(2,-ee),K=Math.floor(w.image.width*Z),Ae=Math.floor(w.image.height*Z),Le=z!==null?z.x:0,Ce=z!==null?z.y:0;$e.setTexture2D(w,0),k.copyTexSubImage2D(k.TEXTURE_2D,ee,0,0,Le,Ce,K,Ae),Te.unbindTexture()},this.copyTextureToTexture=function(w,z,ee=null,Z=null,K=0,Ae=0){let Le,Ce,Ne,Ge,it,xt,Ve,yt,sn,Ut=w.isCompressedTexture?w.mipmaps[Ae]:w.image;if(ee!==null)Le=ee.max.x-ee.min.x,Ce=ee.max.y-ee.min.y,Ne=ee.isBox3?ee.max.z-ee.min.z:1,Ge=ee.min.x,it=ee.min.y,xt=ee.isBox3?ee.min.z:0;else{let mt=Math.pow(2,-K);Le=Math.floor(Ut.width*mt),Ce=Math.floor(Ut.height*mt),w.isDataArrayTexture?Ne=Ut.depth:w.isData3DTexture?Ne=Math.floor(Ut.depth*mt):Ne=1,Ge=0,it=0,xt=0}Z!==null?(Ve=Z.x,yt=Z.y,sn=Z.z):(Ve=0,yt=0,sn=0);let Ot=xe.convert(z.format),Tn=xe.convert(z.type),Be;z.isData3DTexture?($e.setTexture3D(z,0),Be=k.TEXTURE_3D):z.isDataArrayTexture||z.isCompressedArrayTexture?($e.setTexture2DArray(z,0),Be=k.TEXTURE_2D_ARRAY):($e.setTexture2D(z,0),Be=k.TEXTURE_2D),Te.activeTexture(k.TEXTURE0),Te.pixelStorei(k.UNPACK_FLIP_Y_WEBGL,z.flipY),Te.pixelStorei(k.UNPACK_PREMULTIPLY_ALPHA_WEBGL,z.premultiplyAlpha),Te.pixelStorei(k.UNPACK_ALIGNMENT,z.unpackAlignment);let xn=Te.getParameter(k.UNPACK_ROW_LENGTH),wt=Te.getParameter(k.UNPACK_IMAGE_HEIGHT),gs=Te.getParameter(k.UNPACK_SKIP_PIXELS),yn=Te.getParameter(k.UNPACK_SKIP_ROWS),zr=Te.getParameter(k.UNPACK_SKIP_IMAGES);Te.pixelStorei(k.UNPACK_ROW_LENGTH,Ut.width),Te.pixelStorei(k.UNPACK_IMAGE_HEIGHT,Ut.height),Te.pixelStorei(k.UNPACK_SKIP_PIXELS,Ge),Te.pixelStorei(k.UNPACK_SKIP_ROWS,it),Te.pixelStorei(k.UNPACK_SKIP_IMAGES,xt);let Qi=w.isDataArrayTexture||w.isData3DTexture,_s=z.isDataArrayTexture||z.isData3DTexture;if(w.isDepthTexture){let mt=He.get(w),ln=He.get(z),Qn=He.get(mt.__renderTarget),Ft=He.get(ln.__renderTarget);Te.bindFramebuffer(k.READ_FRAMEBUFFER,Qn.__webglFramebuffer),Te.bindFramebuffer(k.DRAW_FRAMEBUFFER,Ft.__webglFramebuffer);for(let vn=0;vn<Ne;vn++)Qi&&(k.framebufferTextureLayer(k.READ_FRAMEBUFFER,k.COLOR_ATTACHMENT0,He.get(w).__webglTexture,K,xt+vn),k.framebufferTextureLayer(k.DRAW_FRAMEBUFFER,k.COLOR_ATTACHMENT0,He.get(z).__webglTexture,Ae,sn+vn)),k.blitFramebuffer(Ge,it,Ge+Le,it+Ce,Ve,yt,Ve+Le,yt+Ce,k.DEPTH_BUFFER_BIT,k.NEAREST);Te.bindFramebuffer(k.READ_FRAMEBUFFER,null),Te.bindFramebuffer(k.DRAW_FRAMEBUFFER,null)}else if(K!==0||w.isRenderTargetTexture||He.has(w)){let mt=He.get(w),ln=He.get(z);Te.bindFramebuffer(k.READ_FRAMEBUFFER,U),Te.bindFramebuffer(k.DRAW_FRAMEBUFFER,q);for(let Qn=0;Qn<Ne;Qn++)Qi?k.framebufferTextureLayer(k.READ_FRAMEBUFFER,k.COLOR_ATTACHMENT0,mt.__webglTexture,K,xt+Qn):k.framebufferTexture2D(k.READ_FRAMEBUFFER,k.COLOR_ATTACHMENT0,k.TEXTURE_2D,mt.__webglTexture,K),_s?k.framebufferTextureLayer(k.DRAW_FRAMEBUFFER,k.COLOR_ATTACHMENT0,ln.__webglTexture,Ae,sn+Qn):k.framebufferTexture2D(k.DRAW_FRAMEBUFFER,k.COLOR_ATTACHMENT0,k.TEXTURE_2D,ln.__webglTexture,Ae),K!==0?k.blitFramebuffer(Ge,it,Ge+Le,it+Ce,Ve,yt,Ve+Le,yt+Ce,k.COLOR_BUFFER_BIT,k.NEAREST):_s?k.copyTexSubImage3D(Be,Ae,Ve,yt,sn+Qn,Ge,it,Le,Ce):k.copyTexSubImage2D(Be,Ae,Ve,yt,Ge,it,Le,Ce);Te.bindFramebuffer(k.READ_FRAMEBUFFER,null),Te.bindFramebuffer(k.DRAW_FRAMEBUFFER,null)}else _s?w.isDataTexture||w.isData3DTexture?k.texSubImage3D(Be,Ae,Ve,yt,sn,Le,Ce,Ne,Ot,Tn,Ut.data):z.isCompressedArrayTexture?k.compressedTexSubImage3D(Be,Ae,Ve,yt,sn,Le,Ce,Ne,Ot,Ut.data):k.texSubImage3D(Be,Ae,Ve,yt,sn,Le,Ce,Ne,Ot,Tn,Ut):w.isDataTexture?k.texSubImage2D(k.TEXTURE_2D,Ae,Ve,yt,Le,Ce,Ot,Tn,Ut.data):w.isCompressedTexture?k.compressedTexSubImage2D(k.TEXTURE_2D,Ae,Ve,yt,Ut.width,Ut.height,Ot,Ut.data):k.texSubImage2D(k.TEXTURE_2D,Ae,Ve,yt,Le,Ce,Ot,Tn,Ut);Te.pixelStorei(k.UNPACK_ROW_LENGTH,xn),Te.pixelStorei(k.UNPACK_IMAGE_HEIGHT,wt),Te.pixelStorei(k.UNPACK_SKIP_PIXELS,gs),Te.pixelStorei(k.UNPACK_SKIP_ROWS,yn),Te.pixelStorei(k.UNPACK_SKIP_IMAGES,zr),Ae===0&&z.generateMipmaps===!0&&z.mipmapsAutoUpdate===!0&&k.generateMipmap(Be),Te.unbindTexture()},this.initRenderTarget=function(w){He.get(w).__webglFramebuffer===void 0&&$e.setupRenderTarget(w)},this.initTexture=function(w){w.isCubeTexture?$e.setTextureCube(w,0):w.isData3DTexture?$e.setTexture3D(w,0):w.isDataArrayTexture||w.isCompressedArrayTexture?$e.setTexture2DArray(w,0):$e.setTexture2D(w,0),Te.unbindTexture()},this.resetState=function(){J=0,W=0,ue=null,Te.reset(),Me.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return Li}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(e){this._outputColorSpace=e;let t=this.getContext();t.drawingBufferColorSpace=Tt._getDrawingBufferColorSpace(e),t.unpackColorSpace=Tt._getUnpackColorSpace()}};var b0={type:"change"},df={type:"start"},w0={type:"end"},Wh=new ir,M0=new xi,HT=Math.cos(70*Zd.DEG2RAD),Pn=new $,ci=2*Math.PI,It={NONE:-1,ROTATE:0,DOLLY:1,PAN:2,TOUCH_ROTATE:3,TOUCH_PAN:4,TOUCH_DOLLY_PAN:5,TOUCH_DOLLY_ROTATE:6},uf=1e-6,Xh=class extends qa{constructor(e,t=null){super(e,t),this.state=It.NONE,this.target=new $,this.cursor=new $,this.minDistance=0,this.maxDistance=1/0,this.minZoom=0,this.maxZoom=1/0,this.minTargetRadius=0,this.maxTargetRadius=1/0,this.minPolarAngle=0,this.maxPolarAngle=Math.PI,this.minAzimuthAngle=-1/0,this.maxAzimuthAngle=1/0,this.enableDamping=!1,this.dampingFactor=.05,this.enableZoom=!0,this.zoomSpeed=1,this.enableRotate=!0,this.rotateSpeed=1,this.keyRotateSpeed=1,this.enablePan=!0,this.panSpeed=1,this.screenSpacePanning=!0,this.keyPanSpeed=7,this.zoomToCursor=!1,this.autoRotate=!1,this.autoRotateSpeed=2,this.keys={LEFT:"ArrowLeft",UP:"ArrowUp",RIGHT:"ArrowRight",BOTTOM:"ArrowDown"},this.mouseButtons={LEFT:lr.ROTATE,MIDDLE:lr.DOLLY,RIGHT:lr.PAN},this.touches={ONE:cr.ROTATE,TWO:cr.DOLLY_PAN},this.target0=this.target.clone(),this.position0=this.object.position.clone(),this.zoom0=this.object.zoom,this._cursorStyle="auto",this._domElementKeyEvents=null,this._lastPosition=new $,this._lastQuaternion=new vi,this._lastTargetPosition=new $,this._quat=new vi().setFromUnitVectors(e.up,new $(0,1,0)),this._quatInverse=this._quat.clone().invert(),this._spherical=new Eo,this._sphericalDelta=new Eo,this._scale=1,this._panOffset=new $,this._rotateStart=new je,this._rotateEnd=new je,this._rotateDelta=new je,this._panStart=new je,this._panEnd=new je,this._panDelta=new je,this._dollyStart=new je,this._dollyEnd=new je,this._dollyDelta=new je,this._dollyDirection=new $,this._mouse=new je,this._performCursorZoom=!1,this._pointers=[],this._pointerPositions={},this._controlActive=!1,this._onPointerMove=XT.bind(this),this._onPointerDown=WT.bind(this),this._onPointerUp=qT.bind(this),this._onContextMenu=QT.bind(this),this._onMouseWheel=ZT.bind(this),this._onKeyDown=JT.bind(this),this._onTouchStart=KT.bind(this),this._onTouchMove=jT.bind(this),this._onMouseDown=YT.bind(this),this._onMouseMove=$T.bind(this),this._interceptControlDown=e1.bind(this),this._interceptControlUp=t1.bind(this),this.domElement!==null&&this.connect(this.domElement),this.update()}set cursorStyle(e){this._cursorStyle=e,e==="grab"?this.domElement.style.cursor="grab":this.domElement.style.cursor="auto"}get cursorStyle(){return this._cursorStyle}connect(e){super.connect(e),this.domElement.addEventListener("pointerdown",this._onPointerDown),this.domElement.addEventListener("pointercancel",this._onPointerUp),this.domElement.addEventListener("contextmenu",this._onContextMenu),this.domElement.addEventListener("wheel",this._onMouseWheel,{passive:!1}),this.domElement.ownerDocument.addEventListener("keydown",this._interceptControlDown,{passive:!0,capture:!0}),this.domElement.style.touchAction="none"}disconnect(){this.state=It.NONE,this.domElement.removeEventListener("pointerdown",this._onPointerDown),this.domElement.ownerDocument.removeEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.removeEventListener("pointerup",this._onPointerUp),this.domElement.removeEventListener("pointercancel",this._onPointerUp),this.domElement.removeEventListener("wheel",this._onMouseWheel),this.domElement.removeEventListener("contextmenu",this._onContextMenu),this.stopListenToKeyEvents(),this.domElement.ownerDocument.removeEventListener("keydown",this._interceptControlDown,{capture:!0}),this.domElement.ownerDocument.removeEventListener("keyup",this._interceptControlUp,{capture:!0}),this._controlActive=!1,this._pointers.length=0,this._pointerPositions={},this.domElement.style.touchAction="",this.domElement.style.cursor="auto"}dispose(){this.disconnect()}getPolarAngle(){return this._spherical.phi}getAzimuthalAngle(){return this._spherical.theta}getDistance(){return this.object.position.distanceTo(this.target)}listenToKeyEvents(e){e.addEventListener("keydown",this._onKeyDown),this._domElementKeyEvents=e}stopListenToKeyEvents(){this._domElementKeyEvents!==null&&(this._domElementKeyEvents.removeEventListener("keydown",this._onKeyDown),this._domElementKeyEvents=null)}saveState(){this.target0.copy(this.target),this.position0.copy(this.object.position),this.zoom0=this.object.zoom}reset(){this.target.copy(this.target0),this.object.position.copy(this.position0),this.object.zoom=this.zoom0,this.object.updateProjectionMatrix(),this.dispatchEvent(b0),this.update(),this.state=It.NONE}pan(e,t){this._pan(e,t),this.update()}dollyIn(e){this._dollyIn(e),this.update()}dollyOut(e){this._dollyOut(e),this.update()}rotateLeft(e){this._rotateLeft(e),this.update()}rotateUp(e){this._rotateUp(e),this.update()}update(e=null){let t=this.object.position;Pn.copy(t).sub(this.target),Pn.applyQuaternion(this._quat),this._spherical.setFromVector3(Pn),this.autoRotate&&this.state===It.NONE&&this._rotateLeft(this._getAutoRotationAngle(e)),this.enableDamping?(this._spherical.theta+=this._sphericalDelta.theta*this.dampingFactor,this._spherical.phi+=this._sphericalDelta.phi*this.dampingFactor):(this._spherical.theta+=this._sphericalDelta.theta,this._spherical.phi+=this._sphericalDelta.phi);let n=this.minAzimuthAngle,s=this.maxAzimuthAngle;isFinite(n)&&isFinite(s)&&(n<-Math.PI?n+=ci:n>Math.PI&&(n-=ci),s<-Math.PI?s+=ci:s>Math.PI&&(s-=ci),n<=s?this._spherical.theta=Math.max(n,Math.min(s,this._spherical.theta)):this._spherical.theta=this._spherical.theta>(n+s)/2?Math.max(n,this._spherical.theta):Math.min(s,this._spherical.theta)),this._spherical.phi=Math.max(this.minPolarAngle,Math.min(this.maxPolarAngle,this._spherical.phi)),this._spherical.makeSafe(),this.enableDamping===!0?this.target.addScaledVector(this._panOffset,this.dampingFactor):this.target.add(this._panOffset),this.target.sub(this.cursor),this.target.clampLength(this.minTargetRadius,this.maxTargetRadius),this.target.add(this.cursor);let r=!1;if(this.zoomToCursor&&this._performCursorZoom||this.object.isOrthographicCamera)this._spherical.radius=this._clampDistance(this._spherical.radius);else{let o=this._spherical.radius;this._spherical.radius=this._clampDistance(this._spherical.radius*this._scale),r=o!=this._spherical.radius}if(Pn.setFromSpherical(this._spherical),Pn.applyQuaternion(this._quatInverse),t.copy(this.target).add(Pn),this.object.lookAt(this.target),this.enableDamping===!0?(this._sphericalDelta.theta*=1-this.dampingFactor,this._sphericalDelta.phi*=1-this.dampingFactor,this._panOffset.multiplyScalar(1-this.dampingFactor)):(this._sphericalDelta.set(0,0,0),this._panOffset.set(0,0,0)),this.zoomToCursor&&this._performCursorZoom){let o=null;if(this.object.isPerspectiveCamera){let a=Pn.length();o=this._clampDistance(a*this._scale);let l=a-o;this.object.position.addScaledVector(this._dollyDirection,l),this.object.updateMatrixWorld(),r=!!l}else if(this.object.isOrthographicCamera){let a=new $(this._mouse.x,this._mouse.y,0);a.unproject(this.object);let l=this.object.zoom;this.object.zoom=Math.max(this.minZoom,Math.min(this.maxZoom,this.object.zoom/this._scale)),this.object.updateProjectionMatrix(),r=l!==this.object.zoom;let c=new $(this._mouse.x,this._mouse.y,0);c.unproject(this.object),this.object.position.sub(c).add(a),this.object.updateMatrixWorld(),o=Pn.length()}else console.warn("WARNING: OrbitControls.js encountered an unknown camera type - zoom to cursor disabled."),this.zoomToCursor=!1;o!==null&&(this.screenSpacePanning?this.target.set(0,0,-1).transformDirection(this.object.matrix).multiplyScalar(o).add(this.object.position):(Wh.origin.copy(this.object.position),Wh.direction.set(0,0,-1).transformDirection(this.object.matrix),Math.abs(this.object.up.dot(Wh.direction))<HT?this.object.lookAt(this.target):(M0.setFromNormalAndCoplanarPoint(this.object.up,this.target),Wh.intersectPlane(M0,this.target))))}else if(this.object.isOrthographicCamera){let o=this.object.zoom;this.object.zoom=Math.max(this.minZoom,Math.min(this.maxZoom,this.object.zoom/this._scale)),o!==this.object.zoom&&(this.object.updateProjectionMatrix(),r=!0)}return this._scale=1,this._performCursorZoom=!1,r||this._lastPosition.distanceToSquared(this.object.position)>uf||8*(1-this._lastQuaternion.dot(this.object.quaternion))>uf||this._lastTargetPosition.distanceToSquared(this.target)>uf?(this.dispatchEvent(b0),this._lastPosition.copy(this.object.position),this._lastQuaternion.copy(this.object.quaternion),this._lastTargetPosition.copy(this.target),!0):!1}_getAutoRotationAngle(e){return e!==null?ci/60*this.autoRotateSpeed*e:ci/60/60*this.autoRotateSpeed}_getZoomScale(e){let t=Math.abs(e*.01);return Math.pow(.95,this.zoomSpeed*t)}_rotateLeft(e){this._sphericalDelta.theta-=e}_rotateUp(e){this._sphericalDelta.phi-=e}_panLeft(e,t){Pn.setFromMatrixColumn(t,0),Pn.multiplyScalar(-e),this._panOffset.add(Pn)}_panUp(e,t){this.screenSpacePanning===!0?Pn.setFromMatrixColumn(t,1):(Pn.setFromMatrixColumn(t,0),Pn.crossVectors(this.object.up,Pn)),Pn.multiplyScalar(e),this._panOffset.add(Pn)}_pan(e,t){let n=this.domElement;if(this.object.isPerspectiveCamera){let s=this.object.position;Pn.copy(s).sub(this.target);let r=Pn.length();r*=Math.tan(this.object.fov/2*Math.PI/180),this._panLeft(2*e*r/n.clientHeight,this.object.matrix),this._panUp(2*t*r/n.clientHeight,this.object.matrix)}else this.object.isOrthographicCamera?(this._panLeft(e*(this.object.right-this.object.left)/this.object.zoom/n.clientWidth,this.object.matrix),this._panUp(t*(this.object.top-this.object.bottom)/this.object.zoom/n.clientHeight,this.object.matrix)):(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - pan disabled."),this.enablePan=!1)}_dollyOut(e){this.object.isPerspectiveCamera||this.object.isOrthographicCamera?this._scale/=e:(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - dolly/zoom disabled."),this.enableZoom=!1)}_dollyIn(e){this.object.isPerspectiveCamera||this.object.isOrthographicCamera?this._scale*=e:(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - dolly/zoom disabled."),this.enableZoom=!1)}_updateZoomParameters(e,t){if(!this.zoomToCursor)return;this._performCursorZoom=!0;let n=this.domElement.getBoundingClientRect(),s=e-n.left,r=t-n.top,o=n.width,a=n.height;this._mouse.x=s/o*2-1,this._mouse.y=-(r/a)*2+1,this._dollyDirection.set(this._mouse.x,this._mouse.y,1).unproject(this.object).sub(this.object.position).normalize()}_clampDistance(e){return Math.max(this.minDistance,Math.min(this.maxDistance,e))}_handleMouseDownRotate(e){this._rotateStart.set(e.clientX,e.clientY)}_handleMouseDownDolly(e){this._updateZoomParameters(e.clientX,e.clientY),this._dollyStart.set(e.clientX,e.clientY)}_handleMouseDownPan(e){this._panStart.set(e.clientX,e.clientY)}_handleMouseMoveRotate(e){this._rotateEnd.set(e.clientX,e.clientY),this._rotateDelta.subVectors(this._rotateEnd,this._rotateStart).multiplyScalar(this.rotateSpeed);let t=this.domElement;this._rotateLeft(ci*this._rotateDelta.x/t.clientHeight),this._rotateUp(ci*this._rotateDelta.y/t.clientHeight),this._rotateStart.copy(this._rotateEnd),this.update()}_handleMouseMoveDolly(e){this._dollyEnd.set(e.clientX,e.clientY),this._dollyDelta.subVectors(this._dollyEnd,this._dollyStart),this._dollyDelta.y>0?this._dollyOut(this._getZoomScale(this._dollyDelta.y)):this._dollyDelta.y<0&&this._dollyIn(this._getZoomScale(this._dollyDelta.y)),this._dollyStart.copy(this._dollyEnd),this.zoomToCursor&&(this._performCursorZoom=!0,this._dollyDirection.set(this._mouse.x,this._mouse.y,1).unproject(this.object).sub(this.object.position).normalize()),this.update()}_handleMouseMovePan(e){this._panEnd.set(e.clientX,e.clientY),this._panDelta.subVectors(this._panEnd,this._panStart).multiplyScalar(this.panSpeed),this._pan(this._panDelta.x,this._panDelta.y),this._panStart.copy(this._panEnd),this.update()}_handleMouseWheel(e){this._updateZoomParameters(e.clientX,e.clientY),e.deltaY<0?this._dollyIn(this._getZoomScale(e.deltaY)):e.deltaY>0&&this._dollyOut(this._getZoomScale(e.deltaY)),this.update()}_handleKeyDown(e){let t=!1;switch(e.code){case this.keys.UP:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateUp(ci*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(0,this.keyPanSpeed),t=!0;break;case this.keys.BOTTOM:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateUp(-ci*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(0,-this.keyPanSpeed),t=!0;break;case this.keys.LEFT:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateLeft(ci*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(this.keyPanSpeed,0),t=!0;break;case this.keys.RIGHT:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateLeft(-ci*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(-this.keyPanSpeed,0),t=!0;break}t&&(e.preventDefault(),this.update())}_handleTouchStartRotate(e){if(this._pointers.length===1)this._rotateStart.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),n=.5*(e.pageX+t.x),s=.5*(e.pageY+t.y);this._rotateStart.set(n,s)}}_handleTouchStartPan(e){if(this._pointers.length===1)this._panStart.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),n=.5*(e.pageX+t.x),s=.5*(e.pageY+t.y);this._panStart.set(n,s)}}_handleTouchStartDolly(e){let t=this._getSecondPointerPosition(e),n=e.pageX-t.x,s=e.pageY-t.y,r=Math.sqrt(n*n+s*s);this._dollyStart.set(0,r)}_handleTouchStartDollyPan(e){this.enableZoom&&this._handleTouchStartDolly(e),this.enablePan&&this._handleTouchStartPan(e)}_handleTouchStartDollyRotate(e){this.enableZoom&&this._handleTouchStartDolly(e),this.enableRotate&&this._handleTouchStartRotate(e)}_handleTouchMoveRotate(e){if(this._pointers.length==1)this._rotateEnd.set(e.pageX,e.pageY);else{let n=this._getSecondPointerPosition(e),s=.5*(e.pageX+n.x),r=.5*(e.pageY+n.y);this._rotateEnd.set(s,r)}this._rotateDelta.subVectors(this._rotateEnd,this._rotateStart).multiplyScalar(this.rotateSpeed);let t=this.domElement;this._rotateLeft(ci*this._rotateDelta.x/t.clientHeight),this._rotateUp(ci*this._rotateDelta.y/t.clientHeight),this._rotateStart.copy(this._rotateEnd)}_handleTouchMovePan(e){if(this._pointers.length===1)this._panEnd.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),n=.5*(e.pageX+t.x),s=.5*(e.pageY+t.y);this._panEnd.set(n,s)}this._panDelta.subVectors(this._panEnd,this._panStart).multiplyScalar(this.panSpeed),this._pan(this._panDelta.x,this._panDelta.y),this._panStart.copy(this._panEnd)}_handleTouchMoveDolly(e){let t=this._getSecondPointerPosition(e),n=e.pageX-t.x,s=e.pageY-t.y,r=Math.sqrt(n*n+s*s);this._dollyEnd.set(0,r),this._dollyDelta.set(0,Math.pow(this._dollyEnd.y/this._dollyStart.y,this.zoomSpeed)),this._dollyOut(this._dollyDelta.y),this._dollyStart.copy(this._dollyEnd);let o=(e.pageX+t.x)*.5,a=(e.pageY+t.y)*.5;this._updateZoomParameters(o,a)}_handleTouchMoveDollyPan(e){this.enableZoom&&this._handleTouchMoveDolly(e),this.enablePan&&this._handleTouchMovePan(e)}_handleTouchMoveDollyRotate(e){this.enableZoom&&this._handleTouchMoveDolly(e),this.enableRotate&&this._handleTouchMoveRotate(e)}_addPointer(e){this._pointers.push(e.pointerId)}_removePointer(e){delete this._pointerPositions[e.pointerId];for(let t=0;t<this._pointers.length;t++)if(this._pointers[t]==e.pointerId){this._pointers.splice(t,1);return}}_isTrackingPointer(e){for(let t=0;t<this._pointers.length;t++)if(this._pointers[t]==e.pointerId)return!0;return!1}_trackPointer(e){let t=this._pointerPositions[e.pointerId];t===void 0&&(t=new je,this._pointerPositions[e.pointerId]=t),t.set(e.pageX,e.pageY)}_getSecondPointerPosition(e){let t=e.pointerId===this._pointers[0]?this._pointers[1]:this._pointers[0];return this._pointerPositions[t]}_customWheelEvent(e){let t=e.deltaMode,n={clientX:e.clientX,clientY:e.clientY,deltaY:e.deltaY};switch(t){case 1:n.deltaY*=16;break;case 2:n.deltaY*=100;break}return e.ctrlKey&&!this._controlActive&&(n.deltaY*=10),n}};function WT(i){this.enabled!==!1&&(this._pointers.length===0&&(this.domElement.setPointerCapture(i.pointerId),this.domElement.ownerDocument.addEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.addEventListener("pointerup",this._onPointerUp)),!this._isTrackingPointer(i)&&(this._addPointer(i),i.pointerType==="touch"?this._onTouchStart(i):this._onMouseDown(i),this._cursorStyle==="grab"&&(this.domElement.style.cursor="grabbing")))}function XT(i){this.enabled!==!1&&(i.pointerType==="touch"?this._onTouchMove(i):this._onMouseMove(i))}function qT(i){switch(this._removePointer(i),this._pointers.length){case 0:this.domElement.releasePointerCapture(i.pointerId),this.domElement.ownerDocument.removeEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.removeEventListener("pointerup",this._onPointerUp),this.dispatchEvent(w0),this.state=It.NONE,this._cursorStyle==="grab"&&(this.domElement.style.cursor="grab");break;case 1:let e=this._pointers[0],t=this._pointerPositions[e];this._onTouchStart({pointerId:e,pageX:t.x,pageY:t.y});break}}function YT(i){let e;switch(i.button){case 0:e=this.mouseButtons.LEFT;break;case 1:e=this.mouseButtons.MIDDLE;break;case 2:e=this.mouseButtons.RIGHT;break;default:e=-1}switch(e){case lr.DOLLY:if(this.enableZoom===!1)return;this._handleMouseDownDolly(i),this.state=It.DOLLY;break;case lr.ROTATE:if(i.ctrlKey||i.metaKey||i.shiftKey){if(this.enablePan===!1)return;this._handleMouseDownPan(i),this.state=It.PAN}else{if(this.enableRotate===!1)return;this._handleMouseDownRotate(i),this.state=It.ROTATE}break;case lr.PAN:if(i.ctrlKey||i.metaKey||i.shiftKey){if(this.enableRotate===!1)return;this._handleMouseDownRotate(i),this.state=It.ROTATE}else{if(this.enablePan===!1)return;this._handleMouseDownPan(i),this.state=It.PAN}break;default:this.state=It.NONE}this.state!==It.NONE&&this.dispatchEvent(df)}function $T(i){switch(this.state){case It.ROTATE:if(this.enableRotate===!1)return;this._handleMouseMoveRotate(i);break;case It.DOLLY:if(this.enableZoom===!1)return;this._handleMouseMoveDolly(i);break;case It.PAN:if(this.enablePan===!1)return;this._handleMouseMovePan(i);break}}function ZT(i){this.enabled===!1||this.enableZoom===!1||this.state!==It.NONE||(i.preventDefault(),this.dispatchEvent(df),this._handleMouseWheel(this._customWheelEvent(i)),this.dispatchEvent(w0))}function JT(i){this.enabled!==!1&&this._handleKeyDown(i)}function KT(i){switch(this._trackPointer(i),this._pointers.length){case 1:switch(this.touches.ONE){case cr.ROTATE:if(this.enableRotate===!1){this.state=It.NONE;break}this._handleTouchStartRotate(i),this.state=It.TOUCH_ROTATE;break;case cr.PAN:if(this.enablePan===!1){this.state=It.NONE;break}this._handleTouchStartPan(i),this.state=It.TOUCH_PAN;break;default:this.state=It.NONE}break;case 2:switch(this.touches.TWO){case cr.DOLLY_PAN:if(this.enableZoom===!1&&this.enablePan===!1)return;this._handleTouchStartDollyPan(i),this.state=It.TOUCH_DOLLY_PAN;break;case cr.DOLLY_ROTATE:if(this.enableZoom===!1&&this.enableRotate===!1)return;this._handleTouchStartDollyRotate(i),this.state=It.TOUCH_DOLLY_ROTATE;break;default:this.state=It.NONE}break;default:this.state=It.NONE}this.state!==It.NONE&&this.dispatchEvent(df)}function jT(i){switch(this._trackPointer(i),this.state){case It.TOUCH_ROTATE:if(this.enableRotate===!1)return;this._handleTouchMoveRotate(i),this.update();break;case It.TOUCH_PAN:if(this.enablePan===!1)return;this._handleTouchMovePan(i),this.update();break;case It.TOUCH_DOLLY_PAN:if(this.enableZoom===!1&&this.enablePan===!1)return;this._handleTouchMoveDollyPan(i),this.update();break;case It.TOUCH_DOLLY_ROTATE:if(this.enableZoom===!1&&this.enableRotate===!1)return;this._handleTouchMoveDollyRotate(i),this.update();break;default:this.state=It.NONE}}function QT(i){this.enabled!==!1&&i.preventDefault()}function e1(i){i.key==="Control"&&(this._controlActive=!0,this.domElement.ownerDocument.addEventListener("keyup",this._interceptControlUp,{passive:!0,capture:!0}))}function t1(i){i.key==="Control"&&(this._controlActive=!1,this.domElement.ownerDocument.removeEventListener("keyup",this._interceptControlUp,{passive:!0,capture:!0}))}var n1=.7,i1=1.1,s1=4,r1=70,o1=8,a1=250,l1=new Oa(1,1,1,10),c1=new $(0,1,0),h1=[.45,-.8,.4],qh=class{constructor(){this.name="space",this.node=R("section",{class:"pane space",tabindex:0,"data-pane":"space",role:"group","aria-label":C("pane.space.label")}),this.node.append(R("div",{class:"pane-title",text:C("pane.space")})),this.node.addEventListener("focus",()=>{y.display.active="space",De("layout")}),this.draw=un(()=>this.drawNow());let e=document.createElement("canvas"),t=e.getContext("webgl2",{antialias:!0});if(t)this.renderer=new Vh({canvas:e,context:t});else{this.node.append(R("p",{class:"empty",role:"note",text:C("pane.space.none")}));return}this.build()}build(){this.node.prepend(this.renderer.domElement),this.renderer.setClearColor(724498),this.renderer.domElement.setAttribute("aria-hidden","true"),this.renderer.domElement.addEventListener("webglcontextrestored",()=>this.draw()),this.scene=new Ra,this.camera=new ii(30,1,1,5e3),this.camera.up.set(0,0,1),this.light=new Ga(16777215,2.2),this.scene.add(this.light,new Ha(16777215,1.1)),this.surfaces=new as,this.implant=new as,this.cross=new Xa(12),this.cross.setColors(16777215,16777215,16777215),this.scene.add(this.surfaces,this.implant,this.cross),this.controls=new Xh(this.camera,this.renderer.domElement),this.controls.addEventListener("change",()=>this.draw()),this.letters=["L","R","P","A","S","I"].map(e=>R("span",{class:"letter free",text:e})),this.node.append(...this.letters),new ResizeObserver(()=>this.resize()).observe(this.node),this.rods=new Map,this.slow=!0,Mt("plan selection",()=>this.drawImplant()),Mt("preview",()=>this.follow(()=>this.drawImplant())),Mt("cursor",()=>this.follow(()=>this.draw())),Mt("display",()=>this.showSurfaces()),this.listenToClicks(),this.drawImplant(),this.reset()}resize(){let{clientWidth:e,clientHeight:t}=this.node;!this.renderer||!e||!t||(this.renderer.setPixelRatio(window.devicePixelRatio||1),this.renderer.setSize(e,t,!1),this.camera.aspect=e/t,this.camera.updateProjectionMatrix(),this.draw())}setSurfaces(e,t){if(this.renderer){for(let n of t){let s=e[n.key];if(!s)continue;let r=new bi;r.setAttribute("position",new yi(new Float32Array(T0(s.points)),3)),r.setIndex(new yi(new Uint32Array(T0(s.triangles)),1)),r.computeVertexNormals();let o=n.kind==="target";r.computeBoundingSphere();let a=r.boundingSphere.radius>r1,l=new wo({color:n.colour,transparent:!0,opacity:o?.5:n.kind==="body"||a?.06:.22,depthWrite:!1,side:Di}),c=new Mi(r,l);c.userData={name:n.name},c.renderOrder=o?1:2,this.surfaces.add(c)}this.showSurfaces(),this.measure()}}showSurfaces(){for(let e of this.surfaces.children)e.visible=y.display.contours&&!y.display.hidden.has(e.userData.name);this.draw()}follow(e){clearTimeout(this.waiting),this.slow?this.waiting=setTimeout(e,a1):e()}measure(){let e=this.renderer.getContext(),t=new Uint8Array(4),n=performance.now();this.drawNow(),e.readPixels(0,0,1,1,e.RGBA,e.UNSIGNED_BYTE,t),this.slow=performance.now()-n>o1}drawImplant(){if(!this.renderer)return;let e=Vt(),t=new Set;for(let s of e?.needles??[]){let r=s.id===y.selection.needle,o=r?16777215:s.rules.length?16747100:10465472;t.add(this.rod(`needle${s.id}`,s.entry_mm,s.tip_mm,n1*(r?1.5:1),o,{needle:s.id}))}let n=(e?.seed_length_mm??4.5)/2;for(let s of e?.seeds??[]){let r=a=>s.position_mm.map((l,c)=>l+a*n*s.direction[c]),o=s.id===y.selection.seed?16777215:15113984;t.add(this.rod(`seed${s.id}`,r(-1),r(1),i1,o,{needle:s.needle,seed:s.id}))}for(let[s,r]of this.rods)t.has(s)||(this.implant.remove(r),r.material.dispose(),this.rods.delete(s));this.draw()}rod(e,t,n,s,r,o){let a=this.rods.get(e);a||(a=new Mi(l1,new wo),this.rods.set(e,a),this.implant.add(a));let[l,c]=[new $(...t),new $(...n)],h=c.clone().sub(l);return a.material.color.setHex(r),a.scale.set(s,h.length(),s),a.position.copy(l.add(c).multiplyScalar(.5)),a.quaternion.setFromUnitVectors(c1,h.normalize()),a.userData=o,e}reset(){if(!this.renderer)return;let e=new ls,t=y.plan;for(let r of t?.needles??[])e.expandByPoint(new $(...r.entry_mm)).expandByPoint(new $(...r.tip_mm));for(let r of y.contours)r.structure.kind==="target"&&e.expandByPoint(new $(...r.centre()));e.isEmpty()&&e.expandByPoint(new $(...y.cursor)).expandByScalar(120);let n=e.getBoundingSphere(new Ls),s=Math.max(60,n.radius)*3.6;this.controls.target.copy(n.center),this.camera.position.copy(n.center).addScaledVector(new $(...h1).normalize(),s),this.controls.update(),this.letterAway=Math.max(60,n.radius)*.95,this.draw()}drawNow(){this.renderer&&(this.cross.position.set(...y.cursor),this.light.position.copy(this.camera.position),this.renderer.render(this.scene,this.camera),this.placeLetters(),this.node.classList.toggle("active",y.display.active==="space"))}placeLetters(){let{clientWidth:e,clientHeight:t}=this.node;this.letters.forEach((n,s)=>{let r=this.controls.target.clone();r.setComponent(s>>1,r.getComponent(s>>1)+(s&1?-1:1)*this.letterAway),r.project(this.camera);let o=Math.abs(r.x)<.96&&Math.abs(r.y)<.94&&r.z<1;n.style.visibility=o?"visible":"hidden",n.style.transform=`translate(${(r.x+1)/2*e-5}px, ${(1-r.y)/2*t-8}px)`})}listenToClicks(){let e=this.renderer.domElement,t=null;e.addEventListener("pointerdown",n=>t=[n.clientX,n.clientY]),e.addEventListener("pointerup",n=>{if(!t||Math.hypot(n.clientX-t[0],n.clientY-t[1])>s1)return;let s=e.getBoundingClientRect(),r=new je((n.clientX-s.left)/s.width*2-1,1-(n.clientY-s.top)/s.height*2),o=new Wa;o.setFromCamera(r,this.camera);let[a]=o.intersectObjects(this.implant.children);if(!a)return;let{needle:l,seed:c}=a.object.userData;kn(l,c??null),rn(a.point.toArray())})}};function T0(i){let e=atob(i),t=new Uint8Array(e.length);for(let n=0;n<e.length;n++)t[n]=e.charCodeAt(n);return t.buffer}var E0=15,u1=25,d1=250,A0=i=>{let e=Math.hypot(...i);return i.map(t=>t/e)},Yh=class{constructor(){this.name="needle",this.canvas=R("canvas",{"aria-hidden":"true"}),this.svg=ut("svg",{class:"overlay"}),this.title=R("div",{class:"pane-title"}),this.list=R("ol",{class:"crossed"}),this.empty=R("p",{class:"empty",text:C("pane.needle.none")}),this.bar=R("div",{class:"scale-bar"}),this.letters=["top","bottom"].map(e=>R("span",{class:`letter ${e}`})),this.node=R("section",{class:"pane needle-eye",tabindex:0,"data-pane":"needle",role:"group"},this.canvas,this.svg,this.title,this.list,this.empty,this.bar,this.letters),this.node.addEventListener("focus",()=>{y.display.active="needle",De("layout")}),this.around=null,this.image=document.createElement("canvas"),this.draw=un(()=>this.drawNow()),Mt("plan preview selection dose display window",()=>this.draw()),Mt("plan selection",()=>this.ask()),new ResizeObserver(()=>this.resize()).observe(this.node),this.ask()}reset(){this.draw()}resize(){let e=window.devicePixelRatio||1;this.canvas.width=Math.round(this.node.clientWidth*e),this.canvas.height=Math.round(this.node.clientHeight*e),this.sized=(this.sized??0)+1,ft(this.svg,"viewBox",`0 0 ${this.node.clientWidth} ${this.node.clientHeight}`),this.draw()}ask(){clearTimeout(this.timer);let e=y.selection.needle;if(e===null||!y.plan)return;let t=y.plan.revision;this.timer=setTimeout(async()=>{try{let n=await En(`/api/plane?needle=${e}`);if(y.selection.needle!==e||y.plan.revision!==t)return;this.around={id:e,revision:t,...n}}catch{this.around=null}this.draw()},d1)}drawNow(){let e=Vt(),t=e&&Hn(e,y.selection.needle);this.empty.hidden=!!t,this.node.classList.toggle("active",y.display.active==="needle");for(let n of[this.canvas,this.svg,this.bar,this.list,...this.letters])n.classList.toggle("gone",!t);Wn(this.title,t?C("pane.needle.of",{id:t.id,length:Ze(t.length_mm)}):C("pane.needle")),ft(this.node,"aria-label",this.title.textContent),!(!t||!y.ct||this.canvas.width<4)&&(this.look(t),this.drawImage(),this.drawOver(e,t),this.fillList(t))}look(e){let t=A0(e.tip_mm.map((d,u)=>d-e.entry_mm[u])),n=Math.abs(t[2])<.9?[0,0,1]:[1,0,0],s=t.reduce((d,u,f)=>d+u*n[f],0),r=A0(n.map((d,u)=>d-s*t[u])),{clientWidth:o,clientHeight:a}=this.node,l=o/(E0+e.length_mm+u1),c=e.entry_mm.map((d,u)=>d-E0*t[u]+a/2/l*r[u]);this.plane={along:t,down:r.map(d=>-d),scale:l,origin:c},this.letters[0].textContent=y.frame.letter(r),this.letters[1].textContent=y.frame.letter(r.map(d=>-d));let h=Xl(l);Wn(this.bar,`${h} mm`),this.bar.style.width=`${h*l}px`}drawImage(){let{plane:e,canvas:t,image:n}=this,s=JSON.stringify([e.origin,e.along,e.scale,this.sized,y.display.window]);if(s===this.imageOf)return;this.lookUp(),this.imageOf=s;let r=t.getContext("2d");r.imageSmoothingQuality="medium",r.drawImage(n,0,0,t.width,t.height)}lookUp(){let{plane:e,image:t}=this,n=Math.min(420,this.node.clientWidth),s=Math.max(1,Math.round(n*this.node.clientHeight/this.node.clientWidth)),r=this.node.clientWidth/n/e.scale,o=y.ct.oblique(e.origin,e.along.map(a=>a*r),e.down.map(a=>a*r),n,s);t.width=n,t.height=s,t.getContext("2d").putImageData(o,0,0)}at(e){let{origin:t,along:n,down:s,scale:r}=this.plane,o=e.map((a,l)=>a-t[l]);return[n,s].map(a=>r*a.reduce((l,c,h)=>l+c*o[h],0))}drawOver(e,t){let n=[];y.display.contours&&this.around?.id===t.id&&!y.preview&&n.push(...this.outlines()),y.display.isodoses&&n.push(...this.isodoses(t));let[s,r]=[this.at(t.entry_mm),this.at(t.tip_mm)];n.push(ut("line",{class:"eye-needle",x1:s[0],y1:s[1],x2:r[0],y2:r[1]}));let o=0;for(let l of t.crossed){o=l.from_mm??o;let c=s[0]+o*this.plane.scale,h=l.mm*this.plane.scale;n.push(ut("rect",{class:`run ${l.class}`,x:c,y:s[1]+9,width:h,height:4},ut("title",{text:`${l.name} ${Ze(l.mm)} mm`}))),o+=l.mm}let a=(e.seed_length_mm??4.5)/2;for(let l of e.seeds.filter(c=>c.needle===t.id)){let c=[-a,a].map(d=>this.at(l.position_mm.map((u,f)=>u+d*l.direction[f]))),h={x1:c[0][0],y1:c[0][1],x2:c[1][0],y2:c[1][1]};n.push(ut("line",{class:l.id===y.selection.seed?"eye-seed chosen":"eye-seed",...h})),n.push(ut("text",{class:"eye-label",x:(c[0][0]+c[1][0])/2,y:c[0][1]-9,text:String(l.id)}))}this.svg.replaceChildren(...n)}outlines(){let{corner_mm:e,right:t,down:n,outlines:s}=this.around;return y.contours.filter(({structure:r})=>s[r.key]?.length&&!y.display.hidden.has(r.name)).map(({structure:r})=>{let o=s[r.key].map(a=>"M"+Array.from({length:a.length/2},(l,c)=>{let h=e.map((d,u)=>d+a[2*c]*t[u]+a[2*c+1]*n[u]);return this.at(h).map(d=>d.toFixed(1)).join(" ")}).join("L")).join("");return ut("path",{class:`contour ${r.kind}`,d:o,stroke:r.colour,"stroke-dasharray":ma(r.dash)})})}isodoses(e){let t=this.shownDose(e);if(!t)return[];let{values:n,columns:s,rows:r,step:o}=t,a=this.plane.scale*o;return y.display.levels.filter(l=>l.shown).map(l=>{let c=kl(n,s,r,l.gy).map(h=>"M"+Array.from({length:h.length/2},(d,u)=>`${(h[2*u]*a).toFixed(1)} ${(h[2*u+1]*a).toFixed(1)}`).join("L")).join("");return ut("path",{class:"isodose",d:c,stroke:l.colour,"stroke-dasharray":ma(l.dash),"stroke-width":l.percent===100?2.2:1.3})})}shownDose(e){if(y.planes)return y.planes.needle?.id===e.id?y.planes.needle:null;if(!y.dose)return null;let{origin:t,right:n,down:s,columns:r,rows:o,step:a}=this.covered(e,.5);return{values:y.dose.onPlane(t,n,s,r,o),columns:r,rows:o,step:a}}covered(e,t){let{origin:n,along:s,down:r,scale:o}=this.plane,a=Math.max(.7,Math.min(...y.dose.spacing)*t),l=c=>Math.ceil(c/o/a)+1;return{id:e.id,origin:n,right:s.map(c=>c*a),down:r.map(c=>c*a),columns:l(this.node.clientWidth),rows:l(this.node.clientHeight),step:a}}dosePlane(){let e=Hn(Vt(),y.selection.needle);return!e||!y.dose||!y.display.isodoses?null:(this.look(e),this.covered(e,1))}fillList(e){let t=e.crossed.map(l=>R("li",{class:l.class,text:C("crossed",{name:l.name,mm:Ze(l.mm)})})),s=(this.around?.id===e.id?this.around.beside.filter(l=>l.mm>0).slice(0,4):[]).map(l=>R("li",{class:"near",text:C("near",{name:l.name,mm:Ze(l.mm)})})),o=[...e.rules.map(l=>R("li",{class:"rule",text:l})),...t,...s],a=o.map(l=>`${l.className} ${l.textContent}`).join("|");a!==this.listed&&(this.listed=a,this.list.replaceChildren(...o))}};var f1="uplot",p1="u-hz",m1="u-vt",g1="u-title",_1="u-wrap",x1="u-under",y1="u-over",v1="u-axis",Dr="u-off",S1="u-select",b1="u-cursor-x",M1="u-cursor-y",w1="u-cursor-pt",T1="u-legend",E1="u-live",A1="u-inline",C1="u-series",R1="u-marker",C0="u-label",P1="u-value",ol="width",al="height";var R0="bottom",No="left",ff="right",Pf="#000",P0=Pf+"0",pf="mousemove",I0="mousedown",mf="mouseup",L0="mouseenter",D0="mouseleave",N0="dblclick",I1="resize",L1="scroll",U0="change",jh="dppxchange",If="--",Vo=typeof window<"u",vf=Vo?document:null,Oo=Vo?window:null,D1=Vo?navigator:null,Lt,$h;function Sf(){let i=devicePixelRatio;Lt!=i&&(Lt=i,$h&&Mf(U0,$h,Sf),$h=matchMedia(`(min-resolution: ${Lt-.001}dppx) and (max-resolution: ${Lt+.001}dppx)`),Nr(U0,$h,Sf),Oo.dispatchEvent(new CustomEvent(jh)))}function Ti(i,e){if(e!=null){let t=i.classList;!t.contains(e)&&t.add(e)}}function bf(i,e){let t=i.classList;t.contains(e)&&t.remove(e)}function jt(i,e,t){i.style[e]=t+"px"}function $i(i,e,t,n){let s=vf.createElement(i);return e!=null&&Ti(s,e),t?.insertBefore(s,n),s}function Ni(i,e){return $i("div",i,e)}var O0=new WeakMap;function fs(i,e,t,n,s){let r="translate("+e+"px,"+t+"px)",o=O0.get(i);r!=o&&(i.style.transform=r,O0.set(i,r),e<0||t<0||e>n||t>s?Ti(i,Dr):bf(i,Dr))}var F0=new WeakMap;function B0(i,e,t){let n=e+t,s=F0.get(i);n!=s&&(F0.set(i,n),i.style.background=e,i.style.borderColor=t)}var k0=new WeakMap;function z0(i,e,t,n){let s=e+""+t,r=k0.get(i);s!=r&&(k0.set(i,s),i.style.height=t+"px",i.style.width=e+"px",i.style.marginLeft=n?-e/2+"px":0,i.style.marginTop=n?-t/2+"px":0)}var Lf={passive:!0},N1={...Lf,capture:!0};function Nr(i,e,t,n){e.addEventListener(i,t,n?N1:Lf)}function Mf(i,e,t,n){e.removeEventListener(i,t,Lf)}Vo&&Sf();function Zi(i,e,t,n){let s;t=t||0,n=n||e.length-1;let r=n<=2147483647;for(;n-t>1;)s=r?t+n>>1:Ei((t+n)/2),e[s]<i?t=s:n=s;return i-e[t]<=e[n]-i?t:n}function p_(i){return(t,n,s)=>{let r=-1,o=-1;for(let a=n;a<=s;a++)if(i(t[a])){r=a;break}for(let a=s;a>=n;a--)if(i(t[a])){o=a;break}return[r,o]}}var m_=i=>i!=null,g_=i=>i!=null&&i>0,tu=p_(m_),U1=p_(g_);function O1(i,e,t,n=0,s=!1){let r=s?U1:tu,o=s?g_:m_;[e,t]=r(i,e,t);let a=i[e],l=i[e];if(e>-1)if(n==1)a=i[e],l=i[t];else if(n==-1)a=i[t],l=i[e];else for(let c=e;c<=t;c++){let h=i[c];o(h)&&(h<a?a=h:h>l&&(l=h))}return[a??Gt,l??-Gt]}function nu(i,e,t,n){let s=H0(i),r=H0(e);i==e&&(s==-1?(i*=t,e/=t):(i/=t,e*=t));let o=t==10?Bs:__,a=s==1?Ei:Ui,l=r==1?Ui:Ei,c=a(o(Ln(i))),h=l(o(Ln(e))),d=Fo(t,c),u=Fo(t,h);return t==10&&(c<0&&(d=Ht(d,-c)),h<0&&(u=Ht(u,-h))),n||t==2?(i=d*s,e=u*r):(i=S_(i,d),e=iu(e,u)),[i,e]}function Df(i,e,t,n){let s=nu(i,e,t,n);return i==0&&(s[0]=0),e==0&&(s[1]=0),s}var Nf=.1,V0={mode:3,pad:Nf},cl={pad:0,soft:null,mode:0},F1={min:cl,max:cl};function Qh(i,e,t,n){return su(t)?G0(i,e,t):(cl.pad=t,cl.soft=n?0:null,cl.mode=n?3:0,G0(i,e,F1))}function Rt(i,e){return i??e}function B1(i,e,t){for(e=Rt(e,0),t=Rt(t,i.length-1);e<=t;){if(i[e]!=null)return!0;e++}return!1}function G0(i,e,t){let n=t.min,s=t.max,r=Rt(n.pad,0),o=Rt(s.pad,0),a=Rt(n.hard,-Gt),l=Rt(s.hard,Gt),c=Rt(n.soft,Gt),h=Rt(s.soft,-Gt),d=Rt(n.mode,0),u=Rt(s.mode,0),f=e-i,g=Bs(f),v=oi(Ln(i),Ln(e)),m=Bs(v),p=Ln(m-g);(f<1e-24||p>10)&&(f=0,(i==0||e==0)&&(f=1e-24,d==2&&c!=Gt&&(r=0),u==2&&h!=-Gt&&(o=0)));let S=f||v||1e3,P=Bs(S),T=Fo(10,Ei(P)),L=S*(f==0?i==0?.1:1:r),A=Ht(S_(i-L,T/10),24),x=i>=c&&(d==1||d==3&&A<=c||d==2&&A>=c)?c:Gt,E=oi(a,A<x&&i>=x?x:Ji(x,A)),V=S*(f==0?e==0?.1:1:o),F=Ht(iu(e+V,T/10),24),O=e<=h&&(u==1||u==3&&F>=h||u==2&&F<=h)?h:-Gt,G=Ji(l,F>O&&e<=O?O:oi(O,F));return E==G&&E==0&&(G=100),[E,G]}var k1=new Intl.NumberFormat(Vo?D1.language:"en-US"),Uf=i=>k1.format(i),Ai=Math,Kh=Ai.PI,Ln=Ai.abs,Ei=Ai.floor,In=Ai.round,Ui=Ai.ceil,Ji=Ai.min,oi=Ai.max,Fo=Ai.pow,H0=Ai.sign,Bs=Ai.log10,__=Ai.log2,z1=(i,e=1)=>Ai.sinh(i)*e,gf=(i,e=1)=>Ai.asinh(i/e),Gt=1/0;function W0(i){return(Bs((i^i>>31)-(i>>31))|0)+1}function wf(i,e,t){return Ji(oi(i,e),t)}function x_(i){return typeof i=="function"}function Et(i){return x_(i)?i:()=>i}var V1=()=>{},y_=i=>i,v_=(i,e)=>e,G1=i=>null,X0=i=>!0,q0=(i,e)=>i==e,H1=/\.\d*?(?=9{6,}|0{6,})/gm,Ur=i=>{if(M_(i)||fr.has(i))return i;let e=`${i}`,t=e.match(H1);if(t==null)return i;let n=t[0].length-1;if(e.indexOf("e-")!=-1){let[s,r]=e.split("e");return+`${Ur(s)}e${r}`}return Ht(i,n)};function Ir(i,e){return Ur(Ht(Ur(i/e))*e)}function iu(i,e){return Ur(Ui(Ur(i/e))*e)}function S_(i,e){return Ur(Ei(Ur(i/e))*e)}function Ht(i,e=0){if(M_(i))return i;let t=10**e,n=i*t*(1+Number.EPSILON);return In(n)/t}var fr=new Map;function b_(i){return((""+i).split(".")[1]||"").length}function ul(i,e,t,n){let s=[],r=n.map(b_);for(let o=e;o<t;o++){let a=Ln(o),l=Ht(Fo(i,o),a);for(let c=0;c<n.length;c++){let h=i==10?+`${n[c]}e${o}`:n[c]*l,d=(o>=0?0:a)+(o>=r[c]?0:r[c]),u=i==10?h:Ht(h,d);s.push(u),fr.set(u,d)}}return s}var hl={},Of=[],Bo=[null,null],dr=Array.isArray,M_=Number.isInteger,W1=i=>i===void 0;function Y0(i){return typeof i=="string"}function su(i){let e=!1;if(i!=null){let t=i.constructor;e=t==null||t==Object}return e}function X1(i){return i!=null&&typeof i=="object"}var q1=Object.getPrototypeOf(Uint8Array),w_="__proto__";function ko(i,e=su){let t;if(dr(i)){let n=i.find(s=>s!=null);if(dr(n)||e(n)){t=Array(i.length);for(let s=0;s<i.length;s++)t[s]=ko(i[s],e)}else t=i.slice()}else if(i instanceof q1)t=i.slice();else if(e(i)){t={};for(let n in i)n!=w_&&(t[n]=ko(i[n],e))}else t=i;return t}function Mn(i){let e=arguments;for(let t=1;t<e.length;t++){let n=e[t];for(let s in n)s!=w_&&(su(i[s])?Mn(i[s],ko(n[s])):i[s]=ko(n[s]))}return i}var Y1=0,$1=1,Z1=2;function J1(i,e,t){for(let n=0,s,r=-1;n<e.length;n++){let o=e[n];if(o>r){for(s=o-1;s>=0&&i[s]==null;)i[s--]=null;for(s=o+1;s<t&&i[s]==null;)i[r=s++]=null}}}function K1(i,e){if(eE(i)){let o=i[0].slice();for(let a=1;a<i.length;a++)o.push(...i[a].slice(1));return tE(o[0])||(o=Q1(o)),o}let t=new Set;for(let o=0;o<i.length;o++){let l=i[o][0],c=l.length;for(let h=0;h<c;h++)t.add(l[h])}let n=[Array.from(t).sort((o,a)=>o-a)],s=n[0].length,r=new Map;for(let o=0;o<s;o++)r.set(n[0][o],o);for(let o=0;o<i.length;o++){let a=i[o],l=a[0];for(let c=1;c<a.length;c++){let h=a[c],d=Array(s).fill(void 0),u=e?e[o][c]:$1,f=[];for(let g=0;g<h.length;g++){let v=h[g],m=r.get(l[g]);v===null?u!=Y1&&(d[m]=v,u==Z1&&f.push(m)):d[m]=v}J1(d,f,s),n.push(d)}}return n}var j1=typeof queueMicrotask>"u"?i=>Promise.resolve().then(i):queueMicrotask;function Q1(i){let e=i[0],t=e.length,n=Array(t);for(let r=0;r<n.length;r++)n[r]=r;n.sort((r,o)=>e[r]-e[o]);let s=[];for(let r=0;r<i.length;r++){let o=i[r],a=Array(t);for(let l=0;l<t;l++)a[l]=o[n[l]];s.push(a)}return s}function eE(i){let e=i[0][0],t=e.length;for(let n=1;n<i.length;n++){let s=i[n][0];if(s.length!=t)return!1;if(s!=e){for(let r=0;r<t;r++)if(s[r]!=e[r])return!1}}return!0}function tE(i,e=100){let t=i.length;if(t<=1)return!0;let n=0,s=t-1;for(;n<=s&&i[n]==null;)n++;for(;s>=n&&i[s]==null;)s--;if(s<=n)return!0;let r=oi(1,Ei((s-n+1)/e));for(let o=i[n],a=n+r;a<=s;a+=r){let l=i[a];if(l!=null){if(l<=o)return!1;o=l}}return!0}var T_=["January","February","March","April","May","June","July","August","September","October","November","December"],E_=["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"];function A_(i){return i.slice(0,3)}var nE=E_.map(A_),iE=T_.map(A_),sE={MMMM:T_,MMM:iE,WWWW:E_,WWW:nE};function rl(i){return(i<10?"0":"")+i}function rE(i){return(i<10?"00":i<100?"0":"")+i}var oE={YYYY:i=>i.getFullYear(),YY:i=>(i.getFullYear()+"").slice(2),MMMM:(i,e)=>e.MMMM[i.getMonth()],MMM:(i,e)=>e.MMM[i.getMonth()],MM:i=>rl(i.getMonth()+1),M:i=>i.getMonth()+1,DD:i=>rl(i.getDate()),D:i=>i.getDate(),WWWW:(i,e)=>e.WWWW[i.getDay()],WWW:(i,e)=>e.WWW[i.getDay()],HH:i=>rl(i.getHours()),H:i=>i.getHours(),h:i=>{let e=i.getHours();return e==0?12:e>12?e-12:e},AA:i=>i.getHours()>=12?"PM":"AM",aa:i=>i.getHours()>=12?"pm":"am",a:i=>i.getHours()>=12?"p":"a",mm:i=>rl(i.getMinutes()),m:i=>i.getMinutes(),ss:i=>rl(i.getSeconds()),s:i=>i.getSeconds(),fff:i=>rE(i.getMilliseconds())};function Ff(i,e){e=e||sE;let t=[],n=/\{([a-z]+)\}|[^{]+/gi,s;for(;s=n.exec(i);)t.push(s[0][0]=="{"?oE[s[1]]:s[0]);return r=>{let o="";for(let a=0;a<t.length;a++)o+=typeof t[a]=="string"?t[a]:t[a](r,e);return o}}var aE=new Intl.DateTimeFormat().resolvedOptions().timeZone;function lE(i,e){let t;return e=="UTC"||e=="Etc/UTC"?t=new Date(+i+i.getTimezoneOffset()*6e4):e==aE?t=i:(t=new Date(i.toLocaleString("en-US",{timeZone:e})),t.setMilliseconds(i.getMilliseconds())),t}var C_=i=>i%1==0,eu=[1,2,2.5,5],cE=ul(10,-32,0,eu),R_=ul(10,0,32,eu),hE=R_.filter(C_),Lr=cE.concat(R_),Bf=`
`,P_="{YYYY}",$0=Bf+P_,I_="{M}/{D}",ll=Bf+I_,Zh=ll+"/{YY}",L_="{aa}",uE="{h}:{mm}",Uo=uE+L_,Z0=Bf+Uo,J0=":{ss}",Nt=null;function D_(i){let e=i*1e3,t=e*60,n=t*60,s=n*24,r=s*30,o=s*365,l=(i==1?ul(10,0,3,eu).filter(C_):ul(10,-3,0,eu)).concat([e,e*5,e*10,e*15,e*30,t,t*5,t*10,t*15,t*30,n,n*2,n*3,n*4,n*6,n*8,n*12,s,s*2,s*3,s*4,s*5,s*6,s*7,s*8,s*9,s*10,s*15,r,r*2,r*3,r*4,r*6,o,o*2,o*5,o*10,o*25,o*50,o*100]),c=[[o,P_,Nt,Nt,Nt,Nt,Nt,Nt,1],[s*28,"{MMM}",$0,Nt,Nt,Nt,Nt,Nt,1],[s,I_,$0,Nt,Nt,Nt,Nt,Nt,1],[n,"{h}"+L_,Zh,Nt,ll,Nt,Nt,Nt,1],[t,Uo,Zh,Nt,ll,Nt,Nt,Nt,1],[e,J0,Zh+" "+Uo,Nt,ll+" "+Uo,Nt,Z0,Nt,1],[i,J0+".{fff}",Zh+" "+Uo,Nt,ll+" "+Uo,Nt,Z0,Nt,1]];function h(d){return(u,f,g,v,m,p)=>{let S=[],P=m>=o,T=m>=r&&m<o,L=d(g),A=Ht(L*i,3),x=_f(L.getFullYear(),P?0:L.getMonth(),T||P?1:L.getDate()),E=Ht(x*i,3);if(T||P){let V=T?m/r:0,F=P?m/o:0,O=A==E?A:Ht(_f(x.getFullYear()+F,x.getMonth()+V,1)*i,3),G=new Date(In(O/i)),X=G.getFullYear(),U=G.getMonth();for(let q=0;O<=v;q++){let J=_f(X+F*q,U+V*q,1),W=J-d(Ht(J*i,3));O=Ht((+J+W)*i,3),O<=v&&S.push(O)}}else{let V=m>=s?s:m,F=Ei(g)-Ei(A),O=E+F+iu(A-E,V);S.push(O);let G=d(O),X=G.getHours()+G.getMinutes()/t+G.getSeconds()/n,U=m/n,q=u.axes[f]._space,J=p/q;for(;O=Ht(O+m,i==1?0:3),!(O>v);)if(U>1){let W=Ei(Ht(X+U,6))%24,te=d(O).getHours()-W;te>1&&(te=-1),O-=te*n,X=(X+U)%24;let oe=S[S.length-1];Ht((O-oe)/m,3)*J>=.7&&S.push(O)}else S.push(O)}return S}}return[l,c,h]}var[dE,fE,pE]=D_(1),[mE,gE,_E]=D_(.001);ul(2,-53,53,[1]);function K0(i,e){return i.map(t=>t.map((n,s)=>s==0||s==8||n==null?n:e(s==1||t[8]==0?n:t[1]+n)))}function j0(i,e){return(t,n,s,r,o)=>{let a=e.find(g=>o>=g[0])||e[e.length-1],l,c,h,d,u,f;return n.map(g=>{let v=i(g),m=v.getFullYear(),p=v.getMonth(),S=v.getDate(),P=v.getHours(),T=v.getMinutes(),L=v.getSeconds(),A=m!=l&&a[2]||p!=c&&a[3]||S!=h&&a[4]||P!=d&&a[5]||T!=u&&a[6]||L!=f&&a[7]||a[1];return l=m,c=p,h=S,d=P,u=T,f=L,A(v)})}}function xE(i,e){let t=Ff(e);return(n,s,r,o,a)=>s.map(l=>t(i(l)))}function _f(i,e,t){return new Date(i,e,t)}function Q0(i,e){return e(i)}var yE="{YYYY}-{MM}-{DD} {h}:{mm}{aa}";function e_(i,e){return(t,n,s,r)=>r==null?If:e(i(n))}function vE(i,e){let t=i.series[e];return t.width?t.stroke(i,e):t.points.width?t.points.stroke(i,e):null}function SE(i,e){return i.series[e].fill(i,e)}var bE={show:!0,live:!0,isolate:!1,mount:V1,markers:{show:!0,width:2,stroke:vE,fill:SE,dash:"solid"},idx:null,idxs:null,values:[]};function ME(i,e){let t=i.cursor.points,n=Ni(),s=t.size(i,e);jt(n,ol,s),jt(n,al,s);let r=s/-2;jt(n,"marginLeft",r),jt(n,"marginTop",r);let o=t.width(i,e,s);return o&&jt(n,"borderWidth",o),n}function wE(i,e){let t=i.series[e].points;return t._fill||t._stroke}function TE(i,e){let t=i.series[e].points;return t._stroke||t._fill}function EE(i,e){return i.series[e].points.size}var xf=[0,0];function AE(i,e,t){return xf[0]=e,xf[1]=t,xf}function Jh(i,e,t,n=!0){return s=>{s.button==0&&(!n||s.target==e)&&t(s)}}function yf(i,e,t,n=!0){return s=>{(!n||s.target==e)&&t(s)}}var CE={show:!0,x:!0,y:!0,lock:!1,move:AE,points:{one:!1,show:ME,size:EE,width:0,stroke:TE,fill:wE},bind:{mousedown:Jh,mouseup:Jh,click:Jh,dblclick:Jh,mousemove:yf,mouseleave:yf,mouseenter:yf},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(i,e)=>{e.stopPropagation(),e.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(i,e,t,n,s)=>n-s,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},N_={show:!0,stroke:"rgba(0,0,0,0.07)",width:2},kf=Mn({},N_,{filter:v_}),U_=Mn({},kf,{size:10}),O_=Mn({},N_,{show:!1}),zf='12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"',F_="bold "+zf,B_=1.5,t_={show:!0,scale:"x",stroke:Pf,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:F_,side:2,grid:kf,ticks:U_,border:O_,font:zf,lineGap:B_,rotate:0},RE="Value",PE="Time",n_={show:!0,scale:"x",auto:!1,sorted:1,min:Gt,max:-Gt,idxs:[]};function IE(i,e,t,n,s){return e.map(r=>r==null?"":Uf(r))}function LE(i,e,t,n,s,r,o){let a=[],l=fr.get(s)||0;t=o?t:Ht(iu(t,s),l);for(let c=t;c<=n;c=Ht(c+s,l))a.push(Object.is(c,-0)?0:c);return a}function Tf(i,e,t,n,s,r,o){let a=[],l=i.scales[i.axes[e].scale].log,c=l==10?Bs:__,h=Ei(c(t));s=Fo(l,h),l==10&&(s=Lr[Zi(s,Lr)]);let d=t,u=s*l;l==10&&(u=Lr[Zi(u,Lr)]);do a.push(d),d=d+s,l==10&&!fr.has(d)&&(d=Ht(d,fr.get(s))),d>=u&&(s=d,u=s*l,l==10&&(u=Lr[Zi(u,Lr)]));while(d<=n);return a}function DE(i,e,t,n,s,r,o){let l=i.scales[i.axes[e].scale].asinh,c=n>l?Tf(i,e,oi(l,t),n,s):[l],h=n>=0&&t<=0?[0]:[];return(t<-l?Tf(i,e,oi(l,-n),-t,s):[l]).reverse().map(u=>-u).concat(h,c)}var k_=/./,NE=/[12357]/,UE=/[125]/,i_=/1/,Ef=(i,e,t,n)=>i.map((s,r)=>e==4&&s==0||r%n==0&&t.test(s.toExponential()[s<0?1:0])?s:null);function OE(i,e,t,n,s){let r=i.axes[t],o=r.scale,a=i.scales[o],l=i.valToPos,c=r._space,h=l(10,o),d=l(9,o)-h>=c?k_:l(7,o)-h>=c?NE:l(5,o)-h>=c?UE:i_;if(d==i_){let u=Ln(l(1,o)-h);if(u<c)return Ef(e.slice().reverse(),a.distr,d,Ui(c/u)).reverse()}return Ef(e,a.distr,d,1)}function FE(i,e,t,n,s){let r=i.axes[t],o=r.scale,a=r._space,l=i.valToPos,c=Ln(l(1,o)-l(2,o));return c<a?Ef(e.slice().reverse(),3,k_,Ui(a/c)).reverse():e}function BE(i,e,t,n){return n==null?If:e==null?"":Uf(e)}var s_={show:!0,scale:"y",stroke:Pf,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:F_,side:3,grid:kf,ticks:U_,border:O_,font:zf,lineGap:B_,rotate:0};function kE(i,e){let t=3+(i||1)*2;return Ht(t*e,3)}function zE(i,e){let{scale:t,idxs:n}=i.series[0],s=i._data[0],r=i.valToPos(s[n[0]],t,!0),o=i.valToPos(s[n[1]],t,!0),a=Ln(o-r),l=i.series[e],c=a/(l.points.space*Lt);return n[1]-n[0]<=c}var r_={scale:null,auto:!0,sorted:0,min:Gt,max:-Gt},z_=(i,e,t,n,s)=>s,o_={show:!0,auto:!0,sorted:0,gaps:z_,alpha:1,facets:[Mn({},r_,{scale:"x"}),Mn({},r_,{scale:"y"})]},a_={scale:"y",auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:z_,alpha:1,points:{show:zE,filter:null},values:null,min:Gt,max:-Gt,idxs:[],path:null,clip:null};function VE(i,e,t,n,s){return t/10}var V_={time:!0,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},GE=Mn({},V_,{time:!1,ori:1}),l_={};function G_(i,e){let t=l_[i];return t||(t={key:i,plots:[],sub(n){t.plots.push(n)},unsub(n){t.plots=t.plots.filter(s=>s!=n)},pub(n,s,r,o,a,l,c){for(let h=0;h<t.plots.length;h++)t.plots[h]!=s&&t.plots[h].pub(n,s,r,o,a,l,c)}},i!=null&&(l_[i]=t)),t}var zo=1,Af=2;function Or(i,e,t){let n=i.mode,s=i.series[e],r=n==2?i._data[e]:i._data,o=i.scales,a=i.bbox,l=r[0],c=n==2?r[1]:r[e],h=n==2?o[s.facets[0].scale]:o[i.series[0].scale],d=n==2?o[s.facets[1].scale]:o[s.scale],u=a.left,f=a.top,g=a.width,v=a.height,m=i.valToPosH,p=i.valToPosV;return h.ori==0?t(s,l,c,h,d,m,p,u,f,g,v,ou,Go,lu,W_,q_):t(s,l,c,h,d,p,m,f,u,v,g,au,Ho,Hf,X_,Y_)}function Vf(i,e){let t=0,n=0,s=Rt(i.bands,Of);for(let r=0;r<s.length;r++){let o=s[r];o.series[0]==e?t=o.dir:o.series[1]==e&&(o.dir==1?n|=1:n|=2)}return[t,n==1?-1:n==2?1:n==3?2:0]}function HE(i,e,t,n,s){let r=i.mode,o=i.series[e],a=r==2?o.facets[1].scale:o.scale,l=i.scales[a];return s==-1?l.min:s==1?l.max:l.distr==3?l.dir==1?l.min:l.max:0}function ks(i,e,t,n,s,r){return Or(i,e,(o,a,l,c,h,d,u,f,g,v,m)=>{let p=o.pxRound,S=c.dir*(c.ori==0?1:-1),P=c.ori==0?Go:Ho,T,L;S==1?(T=t,L=n):(T=n,L=t);let A=p(d(a[T],c,v,f)),x=p(u(l[T],h,m,g)),E=p(d(a[L],c,v,f)),V=p(u(r==1?h.max:h.min,h,m,g)),F=new Path2D(s);return P(F,E,V),P(F,A,V),P(F,A,x),F})}function ru(i,e,t,n,s,r){let o=null;if(i.length>0){o=new Path2D;let a=e==0?lu:Hf,l=t;for(let d=0;d<i.length;d++){let u=i[d];if(u[1]>u[0]){let f=u[0]-l;f>0&&a(o,l,n,f,n+r),l=u[1]}}let c=t+s-l,h=10;c>0&&a(o,l,n-h/2,c,n+r+h)}return o}function WE(i,e,t){let n=i[i.length-1];n&&n[0]==e?n[1]=t:i.push([e,t])}function Gf(i,e,t,n,s,r,o){let a=[],l=i.length;for(let c=s==1?t:n;c>=t&&c<=n;c+=s)if(e[c]===null){let d=c,u=c;if(s==1)for(;++c<=n&&e[c]===null;)u=c;else for(;--c>=t&&e[c]===null;)u=c;let f=r(i[d]),g=u==d?f:r(i[u]),v=d-s;f=o<=0&&v>=0&&v<l?r(i[v]):f;let p=u+s;g=o>=0&&p>=0&&p<l?r(i[p]):g,g>=f&&a.push([f,g])}return a}function c_(i){return i==0?y_:i==1?In:e=>Ir(e,i)}function H_(i){let e=i==0?ou:au,t=i==0?(s,r,o,a,l,c)=>{s.arcTo(r,o,a,l,c)}:(s,r,o,a,l,c)=>{s.arcTo(o,r,l,a,c)},n=i==0?(s,r,o,a,l)=>{s.rect(r,o,a,l)}:(s,r,o,a,l)=>{s.rect(o,r,l,a)};return(s,r,o,a,l,c=0,h=0)=>{c==0&&h==0?n(s,r,o,a,l):(c=Ji(c,a/2,l/2),h=Ji(h,a/2,l/2),e(s,r+c,o),t(s,r+a,o,r+a,o+l,c),t(s,r+a,o+l,r,o+l,h),t(s,r,o+l,r,o,h),t(s,r,o,r+a,o,c),s.closePath())}}var ou=(i,e,t)=>{i.moveTo(e,t)},au=(i,e,t)=>{i.moveTo(t,e)},Go=(i,e,t)=>{i.lineTo(e,t)},Ho=(i,e,t)=>{i.lineTo(t,e)},lu=H_(0),Hf=H_(1),W_=(i,e,t,n,s,r)=>{i.arc(e,t,n,s,r)},X_=(i,e,t,n,s,r)=>{i.arc(t,e,n,s,r)},q_=(i,e,t,n,s,r,o)=>{i.bezierCurveTo(e,t,n,s,r,o)},Y_=(i,e,t,n,s,r,o)=>{i.bezierCurveTo(t,e,s,n,o,r)};function $_(i){return(e,t,n,s,r)=>Or(e,t,(o,a,l,c,h,d,u,f,g,v,m)=>{let{pxRound:p,points:S}=o,P,T;c.ori==0?(P=ou,T=W_):(P=au,T=X_);let L=Ht(S.width*Lt,3),A=(S.size-S.width)/2*Lt,x=Ht(A*2,3),E=new Path2D,V=new Path2D,{left:F,top:O,width:G,height:X}=e.bbox;lu(V,F-x,O-x,G+x*2,X+x*2);let U=q=>{if(l[q]!=null){let J=p(d(a[q],c,v,f)),W=p(u(l[q],h,m,g));P(E,J+A,W),T(E,J,W,A,0,Kh*2)}};if(r)r.forEach(U);else for(let q=n;q<=s;q++)U(q);return{stroke:L>0?E:null,fill:E,clip:V,flags:zo|Af}})}function Z_(i){return(e,t,n,s,r,o)=>{n!=s&&(r!=n&&o!=n&&i(e,t,n),r!=s&&o!=s&&i(e,t,s),i(e,t,o))}}var XE=Z_(Go),qE=Z_(Ho);function J_(i){let e=Rt(i?.alignGaps,0);return(t,n,s,r)=>Or(t,n,(o,a,l,c,h,d,u,f,g,v,m)=>{[s,r]=tu(l,s,r);let p=o.pxRound,S=X=>p(d(X,c,v,f)),P=X=>p(u(X,h,m,g)),T,L;c.ori==0?(T=Go,L=XE):(T=Ho,L=qE);let A=c.dir*(c.ori==0?1:-1),x={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:zo},E=x.stroke,V=!1;if(r-s>=v*4){let X=fe=>t.posToVal(fe,c.key,!0),U=null,q=null,J,W,ue,Q=S(a[A==1?s:r]),te=S(a[s]),oe=S(a[r]),pe=X(A==1?te+1:oe-1);for(let fe=A==1?s:r;fe>=s&&fe<=r;fe+=A){let ne=a[fe],ve=(A==1?ne<pe:ne>pe)?Q:S(ne),Re=l[fe];ve==Q?Re!=null?(W=Re,U==null?(T(E,ve,P(W)),J=U=q=W):W<U?U=W:W>q&&(q=W)):Re===null&&(V=!0):(U!=null&&L(E,Q,P(U),P(q),P(J),P(W)),Re!=null?(W=Re,T(E,ve,P(W)),U=q=J=W):(U=q=null,Re===null&&(V=!0)),Q=ve,pe=X(Q+A))}U!=null&&U!=q&&ue!=Q&&L(E,Q,P(U),P(q),P(J),P(W))}else for(let X=A==1?s:r;X>=s&&X<=r;X+=A){let U=l[X];U===null?V=!0:U!=null&&T(E,S(a[X]),P(U))}let[O,G]=Vf(t,n);if(o.fill!=null||O!=0){let X=x.fill=new Path2D(E),U=o.fillTo(t,n,o.min,o.max,O),q=P(U),J=S(a[s]),W=S(a[r]);A==-1&&([W,J]=[J,W]),T(X,W,q),T(X,J,q)}if(!o.spanGaps){let X=[];V&&X.push(...Gf(a,l,s,r,A,S,e)),x.gaps=X=o.gaps(t,n,s,r,X),x.clip=ru(X,c.ori,f,g,v,m)}return G!=0&&(x.band=G==2?[ks(t,n,s,r,E,-1),ks(t,n,s,r,E,1)]:ks(t,n,s,r,E,G)),x})}function YE(i){let e=Rt(i.align,1),t=Rt(i.ascDesc,!1),n=Rt(i.alignGaps,0),s=Rt(i.extend,!1);return(r,o,a,l)=>Or(r,o,(c,h,d,u,f,g,v,m,p,S,P)=>{[a,l]=tu(d,a,l);let T=c.pxRound,{left:L,width:A}=r.bbox,x=te=>T(g(te,u,S,m)),E=te=>T(v(te,f,P,p)),V=u.ori==0?Go:Ho,F={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:zo},O=F.stroke,G=u.dir*(u.ori==0?1:-1),X=E(d[G==1?a:l]),U=x(h[G==1?a:l]),q=U,J=U;s&&e==-1&&(J=L,V(O,J,X)),V(O,U,X);for(let te=G==1?a:l;te>=a&&te<=l;te+=G){let oe=d[te];if(oe==null)continue;let pe=x(h[te]),fe=E(oe);e==1?V(O,pe,X):V(O,q,fe),V(O,pe,fe),X=fe,q=pe}let W=q;s&&e==1&&(W=L+A,V(O,W,X));let[ue,Q]=Vf(r,o);if(c.fill!=null||ue!=0){let te=F.fill=new Path2D(O),oe=c.fillTo(r,o,c.min,c.max,ue),pe=E(oe);V(te,W,pe),V(te,J,pe)}if(!c.spanGaps){let te=[];te.push(...Gf(h,d,a,l,G,x,n));let oe=c.width*Lt/2,pe=t||e==1?oe:-oe,fe=t||e==-1?-oe:oe;te.forEach(ne=>{ne[0]+=pe,ne[1]+=fe}),F.gaps=te=c.gaps(r,o,a,l,te),F.clip=ru(te,u.ori,m,p,S,P)}return Q!=0&&(F.band=Q==2?[ks(r,o,a,l,O,-1),ks(r,o,a,l,O,1)]:ks(r,o,a,l,O,Q)),F})}function h_(i,e,t,n,s,r,o=Gt){if(i.length>1){let a=null;for(let l=0,c=1/0;l<i.length;l++)if(e[l]!==void 0){if(a!=null){let h=Ln(i[l]-i[a]);h<c&&(c=h,o=Ln(t(i[l],n,s,r)-t(i[a],n,s,r)))}a=l}}return o}function $E(i){i=i||hl;let e=Rt(i.size,[.6,Gt,1]),t=i.align||0,n=i.gap||0,s=i.radius;s=s==null?[0,0]:typeof s=="number"?[s,0]:s;let r=Et(s),o=1-e[0],a=Rt(e[1],Gt),l=Rt(e[2],1),c=Rt(i.disp,hl),h=Rt(i.each,f=>{}),{fill:d,stroke:u}=c;return(f,g,v,m)=>Or(f,g,(p,S,P,T,L,A,x,E,V,F,O)=>{let G=p.pxRound,X=t,U=n*Lt,q=a*Lt,J=l*Lt,W,ue;T.ori==0?[W,ue]=r(f,g):[ue,W]=r(f,g);let Q=T.dir*(T.ori==0?1:-1),te=T.ori==0?lu:Hf,oe=T.ori==0?h:(Ie,Ke,ht,Te,zt,He,$e)=>{h(Ie,Ke,ht,zt,Te,$e,He)},pe=Rt(f.bands,Of).find(Ie=>Ie.series[0]==g),fe=pe!=null?pe.dir:0,ne=p.fillTo(f,g,p.min,p.max,fe),_e=G(x(ne,L,O,V)),ve,Re,we,qe=F,ct=G(p.width*Lt),We=!1,_t=null,pt=null,rt=null,Qt=null;d!=null&&(ct==0||u!=null)&&(We=!0,_t=d.values(f,g,v,m),pt=new Map,new Set(_t).forEach(Ie=>{Ie!=null&&pt.set(Ie,new Path2D)}),ct>0&&(rt=u.values(f,g,v,m),Qt=new Map,new Set(rt).forEach(Ie=>{Ie!=null&&Qt.set(Ie,new Path2D)})));let{x0:Wt,size:gn}=c;if(Wt!=null&&gn!=null){X=1,S=Wt.values(f,g,v,m),Wt.unit==2&&(S=S.map(ht=>f.posToVal(E+ht*F,T.key,!0)));let Ie=gn.values(f,g,v,m);gn.unit==2?Re=Ie[0]*F:Re=A(Ie[0],T,F,E)-A(0,T,F,E),qe=h_(S,P,A,T,F,E,qe),we=qe-Re+U}else qe=h_(S,P,A,T,F,E,qe),we=qe*o+U,Re=qe-we;we<1&&(we=0),ct>=Re/2&&(ct=0),we<5&&(G=y_);let Bt=we>0,Dn=qe-we-(Bt?ct:0);Re=G(wf(Dn,J,q)),ve=(X==0?Re/2:X==Q?0:Re)-X*Q*((X==0?U/2:0)+(Bt?ct/2:0));let At={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},wn=We?null:new Path2D,on=null;if(pe!=null)on=f.data[pe.series[1]];else{let{y0:Ie,y1:Ke}=c;Ie!=null&&Ke!=null&&(P=Ke.values(f,g,v,m),on=Ie.values(f,g,v,m))}let _n=W*Re,k=ue*Re;for(let Ie=Q==1?v:m;Ie>=v&&Ie<=m;Ie+=Q){let Ke=P[Ie];if(Ke==null)continue;if(on!=null){let Y=on[Ie]??0;if(Ke-Y==0)continue;_e=x(Y,L,O,V)}let ht=T.distr!=2||c!=null?S[Ie]:Ie,Te=A(ht,T,F,E),zt=x(Rt(Ke,ne),L,O,V),He=G(Te-ve),$e=G(oi(zt,_e)),I=G(Ji(zt,_e)),b=$e-I;if(Ke!=null){let Y=Ke<0?k:_n,de=Ke<0?_n:k;We?(ct>0&&rt[Ie]!=null&&te(Qt.get(rt[Ie]),He,I+Ei(ct/2),Re,oi(0,b-ct),Y,de),_t[Ie]!=null&&te(pt.get(_t[Ie]),He,I+Ei(ct/2),Re,oi(0,b-ct),Y,de)):te(wn,He,I+Ei(ct/2),Re,oi(0,b-ct),Y,de),oe(f,g,Ie,He-ct/2,I,Re+ct,b)}}return ct>0?At.stroke=We?Qt:wn:We||(At._fill=p.width==0?p._fill:p._stroke??p._fill,At.width=0),At.fill=We?pt:wn,At})}function ZE(i,e){let t=Rt(e?.alignGaps,0);return(n,s,r,o)=>Or(n,s,(a,l,c,h,d,u,f,g,v,m,p)=>{[r,o]=tu(c,r,o);let S=a.pxRound,P=W=>S(u(W,h,m,g)),T=W=>S(f(W,d,p,v)),L,A,x;h.ori==0?(L=ou,x=Go,A=q_):(L=au,x=Ho,A=Y_);let E=h.dir*(h.ori==0?1:-1),V=P(l[E==1?r:o]),F=V,O=[],G=[];for(let W=E==1?r:o;W>=r&&W<=o;W+=E)if(c[W]!=null){let Q=l[W],te=P(Q);O.push(F=te),G.push(T(c[W]))}let X={stroke:i(O,G,L,x,A,S),fill:null,clip:null,band:null,gaps:null,flags:zo},U=X.stroke,[q,J]=Vf(n,s);if(a.fill!=null||q!=0){let W=X.fill=new Path2D(U),ue=a.fillTo(n,s,a.min,a.max,q),Q=T(ue);x(W,F,Q),x(W,V,Q)}if(!a.spanGaps){let W=[];W.push(...Gf(l,c,r,o,E,P,t)),X.gaps=W=a.gaps(n,s,r,o,W),X.clip=ru(W,h.ori,g,v,m,p)}return J!=0&&(X.band=J==2?[ks(n,s,r,o,U,-1),ks(n,s,r,o,U,1)]:ks(n,s,r,o,U,J)),X})}function JE(i){return ZE(KE,i)}function KE(i,e,t,n,s,r){let o=i.length;if(o<2)return null;let a=new Path2D;if(t(a,i[0],e[0]),o==2)n(a,i[1],e[1]);else{let l=Array(o),c=Array(o-1),h=Array(o-1),d=Array(o-1);for(let u=0;u<o-1;u++)h[u]=e[u+1]-e[u],d[u]=i[u+1]-i[u],c[u]=h[u]/d[u];l[0]=c[0];for(let u=1;u<o-1;u++)c[u]===0||c[u-1]===0||c[u-1]>0!=c[u]>0?l[u]=0:(l[u]=3*(d[u-1]+d[u])/((2*d[u]+d[u-1])/c[u-1]+(d[u]+2*d[u-1])/c[u]),isFinite(l[u])||(l[u]=0));l[o-1]=c[o-2];for(let u=0;u<o-1;u++)s(a,i[u]+d[u]/3,e[u]+l[u]*d[u]/3,i[u+1]-d[u]/3,e[u+1]-l[u+1]*d[u]/3,i[u+1],e[u+1])}return a}var Cf=new Set;function u_(){for(let i of Cf)i.syncRect(!0)}Vo&&(Nr(I1,Oo,u_),Nr(L1,Oo,u_,!0),Nr(jh,Oo,()=>{Xn.pxRatio=Lt}));var jE=J_(),QE=$_();function d_(i,e,t,n){return(n?[i[0],i[1]].concat(i.slice(2)):[i[0]].concat(i.slice(1))).map((r,o)=>Rf(r,o,e,t))}function eA(i,e){return i.map((t,n)=>n==0?{}:Mn({},e,t))}function Rf(i,e,t,n){return Mn({},e==0?t:n,i)}function K_(i,e,t){return e==null?Bo:[e,t]}var tA=K_;function nA(i,e,t){return e==null?Bo:Qh(e,t,Nf,!0)}function j_(i,e,t,n){return e==null?Bo:nu(e,t,i.scales[n].log,!1)}var iA=j_;function Q_(i,e,t,n){return e==null?Bo:Df(e,t,i.scales[n].log,!1)}var sA=Q_;function rA(i,e,t,n,s){let r=oi(W0(i),W0(e)),o=e-i,a=Zi(s/n*o,t);do{let l=t[a],c=n*l/o;if(c>=s&&r+(l<5?fr.get(l):0)<=17)return[l,c]}while(++a<t.length);return[0,0]}function f_(i){let e,t;return i=i.replace(/(\d+)px/,(n,s)=>(e=In((t=+s)*Lt))+"px"),[i,e,t]}function oA(i){i.show&&[i.font,i.labelFont].forEach(e=>{let t=Ht(e[2]*Lt,1);e[0]=e[0].replace(/[0-9.]+px/,t+"px"),e[1]=t})}function Xn(i,e,t){let n={mode:Rt(i.mode,1)},s=n.mode;function r(_,M,D,N){let H=M.valToPct(_);return N+D*(M.dir==-1?1-H:H)}function o(_,M,D,N){let H=M.valToPct(_);return N+D*(M.dir==-1?H:1-H)}function a(_,M,D,N){return M.ori==0?r(_,M,D,N):o(_,M,D,N)}n.valToPosH=r,n.valToPosV=o;let l=!1;n.status=0;let c=n.root=Ni(f1);if(i.id!=null&&(c.id=i.id),Ti(c,i.class),i.title){let _=Ni(g1,c);_.textContent=i.title}let h=$i("canvas"),d=n.ctx=h.getContext("2d"),u=Ni(_1,c);Nr("click",u,_=>{_.target===g&&($t!=Hr||en!=Wr)&&Gn.click(n,_)},!0);let f=n.under=Ni(x1,u);u.appendChild(h);let g=n.over=Ni(y1,u);i=ko(i);let v=+Rt(i.pxAlign,1),m=c_(v);(i.plugins||[]).forEach(_=>{_.opts&&(i=_.opts(n,i)||i)});let p=i.ms||.001,S=n.series=s==1?d_(i.series||[],n_,a_,!1):eA(i.series||[null],o_),P=n.axes=d_(i.axes||[],t_,s_,!0),T=n.scales={},L=n.bands=i.bands||[];L.forEach(_=>{_.fill=Et(_.fill||null),_.dir=Rt(_.dir,-1)});let A=s==2?S[1].facets[0].scale:S[0].scale,x={axes:_s,series:yt},E=(i.drawOrder||["axes","series"]).map(_=>x[_]);function V(_){let M=_.distr==3?D=>Bs(D>0?D:_.clamp(n,D,_.min,_.max,_.key)):_.distr==4?D=>gf(D,_.asinh):_.distr==100?D=>_.fwd(D):D=>D;return D=>{let N=M(D),{_min:H,_max:j}=_,ce=j-H;return(N-H)/ce}}function F(_){let M=T[_];if(M==null){let D=(i.scales||hl)[_]||hl;if(D.from!=null){F(D.from);let N=Mn({},T[D.from],D,{key:_});N.valToPct=V(N),T[_]=N}else{M=T[_]=Mn({},_==A?V_:GE,D),M.key=_;let N=M.time,H=M.range,j=dr(H);if((_!=A||s==2&&!N)&&(j&&(H[0]==null||H[1]==null)&&(H={min:H[0]==null?V0:{mode:1,hard:H[0],soft:H[0]},max:H[1]==null?V0:{mode:1,hard:H[1],soft:H[1]}},j=!1),!j&&su(H))){let ce=H;H=(me,be,Oe)=>be==null?Bo:Qh(be,Oe,ce)}M.range=Et(H||(N?tA:_==A?M.distr==3?iA:M.distr==4?sA:K_:M.distr==3?j_:M.distr==4?Q_:nA)),M.auto=Et(j?!1:M.auto),M.clamp=Et(M.clamp||VE),M._min=M._max=null,M.valToPct=V(M)}}}F("x"),F("y"),s==1&&S.forEach(_=>{F(_.scale)}),P.forEach(_=>{F(_.scale)});for(let _ in i.scales)F(_);let O=T[A],G=O.distr,X,U;O.ori==0?(Ti(c,p1),X=r,U=o):(Ti(c,m1),X=o,U=r);let q={};for(let _ in T){let M=T[_];(M.min!=null||M.max!=null)&&(q[_]={min:M.min,max:M.max},M.min=M.max=null)}let J=i.tzDate||(_=>new Date(In(_/p))),W=i.fmtDate||Ff,ue=p==1?pE(J):_E(J),Q=j0(J,K0(p==1?fE:gE,W)),te=e_(J,Q0(yE,W)),oe=[],pe=n.legend=Mn({},bE,i.legend),fe=n.cursor=Mn({},CE,{drag:{y:s==2}},i.cursor),ne=pe.show,_e=fe.show,ve=pe.markers;pe.idxs=oe,ve.width=Et(ve.width),ve.dash=Et(ve.dash),ve.stroke=Et(ve.stroke),ve.fill=Et(ve.fill);let Re,we,qe,ct=[],We=[],_t,pt=!1,rt={};if(pe.live){let _=S[1]?S[1].values:null;pt=_!=null,_t=pt?_(n,1,0):{_:0};for(let M in _t)rt[M]=If}if(ne)if(Re=$i("table",T1,c),qe=$i("tbody",null,Re),pe.mount(n,Re),pt){we=$i("thead",null,Re,qe);let _=$i("tr",null,we);$i("th",null,_);for(var Qt in _t)$i("th",C0,_).textContent=Qt}else Ti(Re,A1),pe.live&&Ti(Re,E1);let Wt={show:!0},gn={show:!1};function Bt(_,M){if(M==0&&(pt||!pe.live||s==2))return Bo;let D=[],N=$i("tr",C1,qe,qe.childNodes[M]);Ti(N,_.class),_.show||Ti(N,Dr);let H=$i("th",null,N);if(ve.show){let me=Ni(R1,H);if(M>0){let be=ve.width(n,M);be&&(me.style.border=be+"px "+ve.dash(n,M)+" "+ve.stroke(n,M)),me.style.background=ve.fill(n,M)}}let j=Ni(C0,H);_.label instanceof HTMLElement?j.appendChild(_.label):j.textContent=_.label,M>0&&(ve.show||(j.style.color=_.width>0?ve.stroke(n,M):ve.fill(n,M)),At("click",H,me=>{if(fe._lock)return;et(me);let be=S.indexOf(_);if((me.ctrlKey||me.metaKey)!=pe.isolate){let Oe=S.some((Fe,ke)=>ke>0&&ke!=be&&Fe.show);S.forEach((Fe,ke)=>{ke>0&&es(ke,Oe?ke==be?Wt:gn:Wt,!0,Sn.setSeries)})}else es(be,{show:!_.show},!0,Sn.setSeries)},!1),tt&&At(L0,H,me=>{fe._lock||(et(me),es(S.indexOf(_),qr,!0,Sn.setSeries))},!1));for(var ce in _t){let me=$i("td",P1,N);me.textContent="--",D.push(me)}return[N,D]}let Dn=new Map;function At(_,M,D,N=!0){let H=Dn.get(M)||{},j=fe.bind[_](n,M,D,N);j&&(Nr(_,M,H[_]=j),Dn.set(M,H))}function wn(_,M,D){let N=Dn.get(M)||{};for(let H in N)(_==null||H==_)&&(Mf(H,M,N[H]),delete N[H]);_==null&&Dn.delete(M)}let on=0,_n=0,k=0,Ie=0,Ke=0,ht=0,Te=Ke,zt=ht,He=k,$e=Ie,I=0,b=0,Y=0,de=0;n.bbox={};let le=!1,ye=!1,Se=!1,ie=!1,re=!1,ge=!1;function B(_,M,D){(D||_!=n.width||M!=n.height)&&ae(_,M),mt(!1),Se=!0,ye=!0,qn()}function ae(_,M){n.width=on=k=_,n.height=_n=Ie=M,Ke=ht=0,Me(),Xe();let D=n.bbox;I=D.left=Ir(Ke*Lt,.5),b=D.top=Ir(ht*Lt,.5),Y=D.width=Ir(k*Lt,.5),de=D.height=Ir(Ie*Lt,.5)}let se=3;function Ee(){let _=!1,M=0;for(;!_;){M++;let D=zr(M),N=Qi(M);_=M==se||D&&N,_||(ae(n.width,n.height),ye=!0)}}function xe({width:_,height:M}){B(_,M)}n.setSize=xe;function Me(){let _=!1,M=!1,D=!1,N=!1;P.forEach((H,j)=>{if(H.show&&H._show){let{side:ce,_size:me}=H,be=ce%2,Oe=H.label!=null?H.labelSize:0,Fe=me+Oe;Fe>0&&(be?(k-=Fe,ce==3?(Ke+=Fe,N=!0):D=!0):(Ie-=Fe,ce==0?(ht+=Fe,_=!0):M=!0))}}),Ki[0]=_,Ki[1]=D,Ki[2]=M,Ki[3]=N,k-=Oi[1]+Oi[3],Ke+=Oi[3],Ie-=Oi[2]+Oi[0],ht+=Oi[0]}function Xe(){let _=Ke+k,M=ht+Ie,D=Ke,N=ht;function H(j,ce){switch(j){case 1:return _+=ce,_-ce;case 2:return M+=ce,M-ce;case 3:return D-=ce,D+ce;case 0:return N-=ce,N+ce}}P.forEach((j,ce)=>{if(j.show&&j._show){let me=j.side;j._pos=H(me,j._size),j.label!=null&&(j._lpos=H(me,j.labelSize))}})}if(fe.dataIdx==null){let _=fe.hover,M=_.skip=new Set(_.skip??[]);M.add(void 0);let D=_.prox=Et(_.prox),N=_.bias??=0;fe.dataIdx=(H,j,ce,me)=>{if(j==0)return ce;let be=ce,Oe=D(H,j,ce,me)??Gt,Fe=Oe>=0&&Oe<Gt,ke=O.ori==0?k:Ie,ot=fe.left,Pt=e[0],Ct=e[j];if(M.has(Ct[ce])){be=null;let bt=null,Qe=null,Ye;if(N==0||N==-1)for(Ye=ce;bt==null&&Ye-- >0;)M.has(Ct[Ye])||(bt=Ye);if(N==0||N==1)for(Ye=ce;Qe==null&&Ye++<Ct.length;)M.has(Ct[Ye])||(Qe=Ye);if(bt!=null||Qe!=null)if(Fe){let Jt=bt==null?-1/0:X(Pt[bt],O,ke,0),cn=Qe==null?1/0:X(Pt[Qe],O,ke,0),Fn=ot-Jt,kt=cn-ot;Fn<=kt?Fn<=Oe&&(be=bt):kt<=Oe&&(be=Qe)}else be=Qe==null?bt:bt==null?Qe:ce-bt<=Qe-ce?bt:Qe}else Fe&&Ln(ot-X(Pt[ce],O,ke,0))>Oe&&(be=null);return be}}let et=_=>{fe.event=_};fe.idxs=oe,fe._lock=!1;let he=fe.points;he.show=Et(he.show),he.size=Et(he.size),he.stroke=Et(he.stroke),he.width=Et(he.width),he.fill=Et(he.fill);let ze=n.focus=Mn({},i.focus||{alpha:.3},fe.focus),tt=ze.prox>=0,Pe=tt&&he.one,dt=[],Yt=[],jn=[];function Yo(_,M){let D=he.show(n,M);if(D instanceof HTMLElement)return Ti(D,w1),Ti(D,_.class),fs(D,-10,-10,k,Ie),g.insertBefore(D,dt[M]),D}function Fr(_,M){if(s==1||M>0){let D=s==1&&T[_.scale].time,N=_.value;_.value=D?Y0(N)?e_(J,Q0(N,W)):N||te:N||BE,_.label=_.label||(D?PE:RE)}if(Pe||M>0){_.width=_.width==null?1:_.width,_.paths=_.paths||jE||G1,_.fillTo=Et(_.fillTo||HE),_.pxAlign=+Rt(_.pxAlign,v),_.pxRound=c_(_.pxAlign),_.stroke=Et(_.stroke||null),_.fill=Et(_.fill||null),_._stroke=_._fill=_._paths=_._focus=null;let D=kE(oi(1,_.width),1),N=_.points=Mn({},{size:D,width:oi(1,D*.2),stroke:_.stroke,space:D*2,paths:QE,_stroke:null,_fill:null},_.points);N.show=Et(N.show),N.filter=Et(N.filter),N.fill=Et(N.fill),N.stroke=Et(N.stroke),N.paths=Et(N.paths),N.pxAlign=_.pxAlign}if(ne){let D=Bt(_,M);ct.splice(M,0,D[0]),We.splice(M,0,D[1]),pe.values.push(null)}if(_e){oe.splice(M,0,null);let D=null;Pe?M==0&&(D=Yo(_,M)):M>0&&(D=Yo(_,M)),dt.splice(M,0,D),Yt.splice(M,0,0),jn.splice(M,0,0)}On("addSeries",M)}function Mu(_,M){M=M??S.length,_=s==1?Rf(_,M,n_,a_):Rf(_,M,{},o_),S.splice(M,0,_),Fr(S[M],M)}n.addSeries=Mu;function _l(_){if(S.splice(_,1),ne){pe.values.splice(_,1),We.splice(_,1);let M=ct.splice(_,1)[0];wn(null,M.firstChild),M.remove()}_e&&(oe.splice(_,1),dt.splice(_,1)[0].remove(),Yt.splice(_,1),jn.splice(_,1)),On("delSeries",_)}n.delSeries=_l;let Ki=[!1,!1,!1,!1];function ps(_,M){if(_._show=_.show,_.show){let D=_.side%2,N=T[_.scale];N==null&&(_.scale=D?S[1].scale:A,N=T[_.scale]);let H=N.time;_.size=Et(_.size),_.space=Et(_.space),_.rotate=Et(_.rotate),dr(_.incrs)&&_.incrs.forEach(ce=>{!fr.has(ce)&&fr.set(ce,b_(ce))}),_.incrs=Et(_.incrs||(N.distr==2?hE:H?p==1?dE:mE:Lr)),_.splits=Et(_.splits||(H&&N.distr==1?ue:N.distr==3?Tf:N.distr==4?DE:LE)),_.stroke=Et(_.stroke),_.grid.stroke=Et(_.grid.stroke),_.ticks.stroke=Et(_.ticks.stroke),_.border.stroke=Et(_.border.stroke);let j=_.values;_.values=dr(j)&&!dr(j[0])?Et(j):H?dr(j)?j0(J,K0(j,W)):Y0(j)?xE(J,j):j||Q:j||IE,_.filter=Et(_.filter||(N.distr>=3&&N.log==10?OE:N.distr==3&&N.log==2?FE:v_)),_.font=f_(_.font),_.labelFont=f_(_.labelFont),_._size=_.size(n,null,M,0),_._space=_._rotate=_._incrs=_._found=_._splits=_._values=null,_._size>0&&(Ki[M]=!0,_._el=Ni(v1,u))}}function ms(_,M,D,N){let[H,j,ce,me]=D,be=M%2,Oe=0;return be==0&&(me||j)&&(Oe=M==0&&!H||M==2&&!ce?In(t_.size/3):0),be==1&&(H||ce)&&(Oe=M==1&&!j||M==3&&!me?In(s_.size/2):0),Oe}let $o=n.padding=(i.padding||[ms,ms,ms,ms]).map(_=>Et(Rt(_,ms))),Oi=n._padding=$o.map((_,M)=>_(n,M,Ki,0)),an,fn=null,pn=null,ji=s==1?S[0].idxs:null,hi=null,zs=!1;function Zo(_,M){if(e=_??[],n.data=n._data=e,s==2){an=0;for(let D=1;D<S.length;D++)an+=e[D][0].length}else{e.length==0&&(n.data=n._data=e=[[]]),hi=e[0],an=hi.length;let D=e;if(G==2){D=e.slice();let N=D[0]=Array(an);for(let H=0;H<an;H++)N[H]=H}n._data=e=D}if(mt(!0),On("setData"),G==2&&(Se=!0),M!==!1){let D=O;D.auto(n,zs)?Jo():Hs(A,D.min,D.max),ie=ie||fe.left>=0,ge=!0,qn()}}n.setData=Zo;function Jo(){zs=!0;let _,M;s==1&&(an>0?(fn=ji[0]=0,pn=ji[1]=an-1,_=e[0][fn],M=e[0][pn],G==2?(_=fn,M=pn):_==M&&(G==3?[_,M]=nu(_,_,O.log,!1):G==4?[_,M]=Df(_,_,O.log,!1):O.time?M=_+In(86400/p):[_,M]=Qh(_,M,Nf,!0))):(fn=ji[0]=_=null,pn=ji[1]=M=null)),Hs(A,_,M)}let Br,Vs,kr,w,z,ee,Z,K,Ae,Le;function Ce(_,M,D,N,H,j){_??=P0,D??=Of,N??="butt",H??=P0,j??="round",_!=Br&&(d.strokeStyle=Br=_),H!=Vs&&(d.fillStyle=Vs=H),M!=kr&&(d.lineWidth=kr=M),j!=z&&(d.lineJoin=z=j),N!=ee&&(d.lineCap=ee=N),D!=w&&d.setLineDash(w=D)}function Ne(_,M,D,N){M!=Vs&&(d.fillStyle=Vs=M),_!=Z&&(d.font=Z=_),D!=K&&(d.textAlign=K=D),N!=Ae&&(d.textBaseline=Ae=N)}function Ge(_,M,D,N,H=0){if(N.length>0&&_.auto(n,zs)&&(M==null||M.min==null)){let j=Rt(fn,0),ce=Rt(pn,N.length-1),me=D.min==null?O1(N,j,ce,H,_.distr==3):[D.min,D.max];_.min=Ji(_.min,D.min=me[0]),_.max=oi(_.max,D.max=me[1])}}let it={min:null,max:null};function xt(){for(let N in T){let H=T[N];q[N]==null&&(H.min==null||q[A]!=null&&H.auto(n,zs))&&(q[N]=it)}for(let N in T){let H=T[N];q[N]==null&&H.from!=null&&q[H.from]!=null&&(q[N]=it)}q[A]!=null&&mt(!0);let _={};for(let N in q){let H=q[N];if(H!=null){let j=_[N]=ko(T[N],X1);if(H.min!=null)Mn(j,H);else if(N!=A||s==2)if(an==0&&j.from==null){let ce=j.range(n,null,null,N);j.min=ce[0],j.max=ce[1]}else j.min=Gt,j.max=-Gt}}if(an>0){S.forEach((N,H)=>{if(s==1){let j=N.scale,ce=q[j];if(ce==null)return;let me=_[j];if(H==0){let be=me.range(n,me.min,me.max,j);me.min=be[0],me.max=be[1],fn=Zi(me.min,e[0]),pn=Zi(me.max,e[0]),pn-fn>1&&(e[0][fn]<me.min&&fn++,e[0][pn]>me.max&&pn--),N.min=hi[fn],N.max=hi[pn]}else N.show&&N.auto&&Ge(me,ce,N,e[H],N.sorted);N.idxs[0]=fn,N.idxs[1]=pn}else if(H>0&&N.show&&N.auto){let[j,ce]=N.facets,me=j.scale,be=ce.scale,[Oe,Fe]=e[H],ke=_[me],ot=_[be];ke!=null&&Ge(ke,q[me],j,Oe,j.sorted),ot!=null&&Ge(ot,q[be],ce,Fe,ce.sorted),N.min=ce.min,N.max=ce.max}});for(let N in _){let H=_[N],j=q[N];if(H.from==null&&(j==null||j.min==null)){let ce=H.range(n,H.min==Gt?null:H.min,H.max==-Gt?null:H.max,N);H.min=ce[0],H.max=ce[1]}}}for(let N in _){let H=_[N];if(H.from!=null){let j=_[H.from];if(j.min==null)H.min=H.max=null;else{let ce=H.range(n,j.min,j.max,N);H.min=ce[0],H.max=ce[1]}}}let M={},D=!1;for(let N in _){let H=_[N],j=T[N];if(j.min!=H.min||j.max!=H.max){j.min=H.min,j.max=H.max;let ce=j.distr;j._min=ce==3?Bs(j.min):ce==4?gf(j.min,j.asinh):ce==100?j.fwd(j.min):j.min,j._max=ce==3?Bs(j.max):ce==4?gf(j.max,j.asinh):ce==100?j.fwd(j.max):j.max,M[N]=D=!0}}if(D){S.forEach((N,H)=>{s==2?H>0&&M.y&&(N._paths=null):M[N.scale]&&(N._paths=null)});for(let N in M)Se=!0,On("setScale",N);_e&&fe.left>=0&&(ie=ge=!0)}for(let N in q)q[N]=null}function Ve(_){let M=wf(fn-1,0,an-1),D=wf(pn+1,0,an-1);for(;_[M]==null&&M>0;)M--;for(;_[D]==null&&D<an-1;)D++;return[M,D]}function yt(){if(an>0){let _=S.some(M=>M._focus)&&Le!=ze.alpha;_&&(d.globalAlpha=Le=ze.alpha),S.forEach((M,D)=>{if(D>0&&M.show&&(sn(D,!1),sn(D,!0),M._paths==null)){let N=Le;Le!=M.alpha&&(d.globalAlpha=Le=M.alpha);let H=s==2?[0,e[D][0].length-1]:Ve(e[D]);M._paths=M.paths(n,D,H[0],H[1]),Le!=N&&(d.globalAlpha=Le=N)}}),S.forEach((M,D)=>{if(D>0&&M.show){let N=Le;Le!=M.alpha&&(d.globalAlpha=Le=M.alpha),M._paths!=null&&Ut(D,!1);{let H=M._paths!=null?M._paths.gaps:null,j=M.points.show(n,D,fn,pn,H),ce=M.points.filter(n,D,j,H);(j||ce)&&(M.points._paths=M.points.paths(n,D,fn,pn,ce),Ut(D,!0))}Le!=N&&(d.globalAlpha=Le=N),On("drawSeries",D)}}),_&&(d.globalAlpha=Le=1)}}function sn(_,M){let D=M?S[_].points:S[_];D._stroke=D.stroke(n,_),D._fill=D.fill(n,_)}function Ut(_,M){let D=M?S[_].points:S[_],{stroke:N,fill:H,clip:j,flags:ce,_stroke:me=D._stroke,_fill:be=D._fill,_width:Oe=D.width}=D._paths;Oe=Ht(Oe*Lt,3);let Fe=null,ke=Oe%2/2;M&&be==null&&(be=Oe>0?"#fff":me);let ot=D.pxAlign==1&&ke>0;if(ot&&d.translate(ke,ke),!M){let Pt=I-Oe/2,Ct=b-Oe/2,bt=Y+Oe,Qe=de+Oe;Fe=new Path2D,Fe.rect(Pt,Ct,bt,Qe)}M?Be(me,Oe,D.dash,D.cap,be,N,H,ce,j):Ot(_,me,Oe,D.dash,D.cap,be,N,H,ce,Fe,j),ot&&d.translate(-ke,-ke)}function Ot(_,M,D,N,H,j,ce,me,be,Oe,Fe){let ke=!1;be!=0&&L.forEach((ot,Pt)=>{if(ot.series[0]==_){let Ct=S[ot.series[1]],bt=e[ot.series[1]],Qe=(Ct._paths||hl).band;dr(Qe)&&(Qe=ot.dir==1?Qe[0]:Qe[1]);let Ye,Jt=null;Ct.show&&Qe&&B1(bt,fn,pn)?(Jt=ot.fill(n,Pt)||j,Ye=Ct._paths.clip):Qe=null,Be(M,D,N,H,Jt,ce,me,be,Oe,Fe,Ye,Qe),ke=!0}}),ke||Be(M,D,N,H,j,ce,me,be,Oe,Fe)}let Tn=zo|Af;function Be(_,M,D,N,H,j,ce,me,be,Oe,Fe,ke){Ce(_,M,D,N,H),(be||Oe||ke)&&(d.save(),be&&d.clip(be),Oe&&d.clip(Oe)),ke?(me&Tn)==Tn?(d.clip(ke),Fe&&d.clip(Fe),wt(H,ce),xn(_,j,M)):me&Af?(wt(H,ce),d.clip(ke),xn(_,j,M)):me&zo&&(d.save(),d.clip(ke),Fe&&d.clip(Fe),wt(H,ce),d.restore(),xn(_,j,M)):(wt(H,ce),xn(_,j,M)),(be||Oe||ke)&&d.restore()}function xn(_,M,D){D>0&&(M instanceof Map?M.forEach((N,H)=>{d.strokeStyle=Br=H,d.stroke(N)}):M!=null&&_&&d.stroke(M))}function wt(_,M){M instanceof Map?M.forEach((D,N)=>{d.fillStyle=Vs=N,d.fill(D)}):M!=null&&_&&d.fill(M)}function gs(_,M,D,N){let H=P[_],j;if(N<=0)j=[0,0];else{let ce=H._space=H.space(n,_,M,D,N),me=H._incrs=H.incrs(n,_,M,D,N,ce);j=rA(M,D,me,N,ce)}return H._found=j}function yn(_,M,D,N,H,j,ce,me,be,Oe){let Fe=ce%2/2;v==1&&d.translate(Fe,Fe),Ce(me,ce,be,Oe,me),d.beginPath();let ke,ot,Pt,Ct,bt=H+(N==0||N==3?-j:j);D==0?(ot=H,Ct=bt):(ke=H,Pt=bt);for(let Qe=0;Qe<_.length;Qe++)M[Qe]!=null&&(D==0?ke=Pt=_[Qe]:ot=Ct=_[Qe],d.moveTo(ke,ot),d.lineTo(Pt,Ct));d.stroke(),v==1&&d.translate(-Fe,-Fe)}function zr(_){let M=!0;return P.forEach((D,N)=>{if(!D.show)return;let H=T[D.scale];if(H.min==null){D._show&&(M=!1,D._show=!1,mt(!1));return}else D._show||(M=!1,D._show=!0,mt(!1));let j=D.side,ce=j%2,{min:me,max:be}=H,[Oe,Fe]=gs(N,me,be,ce==0?k:Ie);if(Fe==0)return;let ke=H.distr==2,ot=D._splits=D.splits(n,N,me,be,Oe,Fe,ke),Pt=H.distr==2?ot.map(Ye=>hi[Ye]):ot,Ct=H.distr==2?hi[ot[1]]-hi[ot[0]]:Oe,bt=D._values=D.values(n,D.filter(n,Pt,N,Fe,Ct),N,Fe,Ct);D._rotate=j==2?D.rotate(n,bt,N,Fe):0;let Qe=D._size;D._size=Ui(D.size(n,bt,N,_)),Qe!=null&&D._size!=Qe&&(M=!1)}),M}function Qi(_){let M=!0;return $o.forEach((D,N)=>{let H=D(n,N,Ki,_);H!=Oi[N]&&(M=!1),Oi[N]=H}),M}function _s(){for(let _=0;_<P.length;_++){let M=P[_];if(!M.show||!M._show)continue;let D=M.side,N=D%2,H,j,ce=M.stroke(n,_),me=D==0||D==3?-1:1,[be,Oe]=M._found;if(M.label!=null){let ti=M.labelGap*me,fi=In((M._lpos+ti)*Lt);Ne(M.labelFont[0],ce,"center",D==2?"top":R0),d.save(),N==1?(H=j=0,d.translate(fi,In(b+de/2)),d.rotate((D==3?-Kh:Kh)/2)):(H=In(I+Y/2),j=fi);let _r=x_(M.label)?M.label(n,_,be,Oe):M.label;d.fillText(_r,H,j),d.restore()}if(Oe==0)continue;let Fe=T[M.scale],ke=N==0?Y:de,ot=N==0?I:b,Pt=M._splits,Ct=Fe.distr==2?Pt.map(ti=>hi[ti]):Pt,bt=Fe.distr==2?hi[Pt[1]]-hi[Pt[0]]:be,Qe=M.ticks,Ye=M.border,Jt=Qe.show?Qe.size:0,cn=In(Jt*Lt),Fn=In((M.alignTo==2?M._size-Jt-M.gap:M.gap)*Lt),kt=M._rotate*-Kh/180,hn=m(M._pos*Lt),ui=(cn+Fn)*me,ei=hn+ui;j=N==0?ei:0,H=N==1?ei:0;let Ci=M.font[0],Fi=M.align==1?No:M.align==2?ff:kt>0?No:kt<0?ff:N==0?"center":D==3?ff:No,ns=kt||N==1?"middle":D==2?"top":R0;Ne(Ci,ce,Fi,ns);let di=M.font[1]*M.lineGap,Ri=Pt.map(ti=>m(a(ti,Fe,ke,ot))),Bi=M._values;for(let ti=0;ti<Bi.length;ti++){let fi=Bi[ti];if(fi!=null){N==0?H=Ri[ti]:j=Ri[ti],fi=""+fi;let _r=fi.indexOf(`
`)==-1?[fi]:fi.split(/\n/gm);for(let ni=0;ni<_r.length;ni++){let yp=_r[ni];kt?(d.save(),d.translate(H,j+ni*di),d.rotate(kt),d.fillText(yp,0,0),d.restore()):d.fillText(yp,H,j+ni*di)}}}Qe.show&&yn(Ri,Qe.filter(n,Ct,_,Oe,bt),N,D,hn,cn,Ht(Qe.width*Lt,3),Qe.stroke(n,_),Qe.dash,Qe.cap);let is=M.grid;is.show&&yn(Ri,is.filter(n,Ct,_,Oe,bt),N,N==0?2:1,N==0?b:I,N==0?de:Y,Ht(is.width*Lt,3),is.stroke(n,_),is.dash,is.cap),Ye.show&&yn([hn],[1],N==0?1:0,N==0?1:2,N==1?b:I,N==1?de:Y,Ht(Ye.width*Lt,3),Ye.stroke(n,_),Ye.dash,Ye.cap)}On("drawAxes")}function mt(_){S.forEach((M,D)=>{D>0&&(M._paths=null,_&&(s==1?(M.min=null,M.max=null):M.facets.forEach(N=>{N.min=null,N.max=null})))})}let ln=!1,Qn=!1,Ft=[];function vn(){Qn=!1;for(let _=0;_<Ft.length;_++)On(...Ft[_]);Ft.length=0}function qn(){ln||(j1(tp),ln=!0)}function xl(_,M=!1){ln=!0,Qn=M,_(n),tp(),M&&Ft.length>0&&queueMicrotask(vn)}n.batch=xl;function tp(){if(le&&(xt(),le=!1),Se&&(Ee(),Se=!1),ye){if(jt(f,No,Ke),jt(f,"top",ht),jt(f,ol,k),jt(f,al,Ie),jt(g,No,Ke),jt(g,"top",ht),jt(g,ol,k),jt(g,al,Ie),jt(u,ol,on),jt(u,al,_n),h.width=In(on*Lt),h.height=In(_n*Lt),P.forEach(({_el:_,_show:M,_size:D,_pos:N,side:H})=>{if(_!=null)if(M){let j=H===3||H===0?D:0,ce=H%2==1;jt(_,ce?"left":"top",N-j),jt(_,ce?"width":"height",D),jt(_,ce?"top":"left",ce?ht:Ke),jt(_,ce?"height":"width",ce?Ie:k),bf(_,Dr)}else Ti(_,Dr)}),Br=Vs=kr=z=ee=Z=K=Ae=w=null,Le=1,Qo(!0),Ke!=Te||ht!=zt||k!=He||Ie!=$e){mt(!1);let _=k/He,M=Ie/$e;if(_e&&!ie&&fe.left>=0){fe.left*=_,fe.top*=M,Vr&&fs(Vr,In(fe.left),0,k,Ie),Gr&&fs(Gr,0,In(fe.top),k,Ie);for(let D=0;D<dt.length;D++){let N=dt[D];N!=null&&(Yt[D]*=_,jn[D]*=M,fs(N,Ui(Yt[D]),Ui(jn[D]),k,Ie))}}if(Zt.show&&!re&&Zt.left>=0&&Zt.width>0){Zt.left*=_,Zt.width*=_,Zt.top*=M,Zt.height*=M;for(let D in Ru)jt(Xr,D,Zt[D])}Te=Ke,zt=ht,He=k,$e=Ie}On("setSize"),ye=!1}on>0&&_n>0&&(d.clearRect(0,0,h.width,h.height),On("drawClear"),E.forEach(_=>_()),On("draw")),Zt.show&&re&&(yl(Zt),re=!1),_e&&ie&&(gr(null,!0,!1),ie=!1),pe.show&&pe.live&&ge&&(Au(),ge=!1),l||(l=!0,n.status=1,On("ready")),zs=!1,ln=!1}n.redraw=(_,M)=>{Se=M||!1,_!==!1?Hs(A,O.min,O.max):qn()};function wu(_,M){let D=T[_];if(D.from==null){if(an==0){let N=D.range(n,M.min,M.max,_);M.min=N[0],M.max=N[1]}if(M.min>M.max){let N=M.min;M.min=M.max,M.max=N}if(an>1&&M.min!=null&&M.max!=null&&M.max-M.min<1e-16)return;_==A&&D.distr==2&&an>0&&(M.min=Zi(M.min,e[0]),M.max=Zi(M.max,e[0]),M.min==M.max&&M.max++),q[_]=M,le=!0,qn()}}n.setScale=wu;let Tu,Eu,Vr,Gr,np,ip,Hr,Wr,sp,rp,$t,en,Gs=!1,Gn=fe.drag,Nn=Gn.x,Un=Gn.y;_e&&(fe.x&&(Tu=Ni(b1,g)),fe.y&&(Eu=Ni(M1,g)),O.ori==0?(Vr=Tu,Gr=Eu):(Vr=Eu,Gr=Tu),$t=fe.left,en=fe.top);let Zt=n.select=Mn({show:!0,over:!0,left:0,width:0,top:0,height:0},i.select),Xr=Zt.show?Ni(S1,Zt.over?g:f):null;function yl(_,M){if(Zt.show){for(let D in _)Zt[D]=_[D],D in Ru&&jt(Xr,D,_[D]);M!==!1&&On("setSelect")}}n.setSelect=yl;function Rx(_){if(S[_].show)ne&&bf(ct[_],Dr);else if(ne&&Ti(ct[_],Dr),_e){let D=Pe?dt[0]:dt[_];D!=null&&fs(D,-10,-10,k,Ie)}}function Hs(_,M,D){wu(_,{min:M,max:D})}function es(_,M,D,N){M.focus!=null&&Nx(_),M.show!=null&&S.forEach((H,j)=>{j>0&&(_==j||_==null)&&(H.show=M.show,Rx(j),s==2?(Hs(H.facets[0].scale,null,null),Hs(H.facets[1].scale,null,null)):Hs(H.scale,null,null),qn())}),D!==!1&&On("setSeries",_,M),N&&ea("setSeries",n,_,M)}n.setSeries=es;function Px(_,M){Mn(L[_],M)}function Ix(_,M){_.fill=Et(_.fill||null),_.dir=Rt(_.dir,-1),M=M??L.length,L.splice(M,0,_)}function Lx(_){_==null?L.length=0:L.splice(_,1)}n.addBand=Ix,n.setBand=Px,n.delBand=Lx;function Dx(_,M){S[_].alpha=M,_e&&dt[_]!=null&&(dt[_].style.opacity=M),ne&&ct[_]&&(ct[_].style.opacity=M)}let xs,Ws,mr,qr={focus:!0};function Nx(_){if(_!=mr){let M=_==null,D=ze.alpha!=1;S.forEach((N,H)=>{if(s==1||H>0){let j=M||H==0||H==_;N._focus=M?null:j,D&&Dx(H,j?1:ze.alpha)}}),mr=_,D&&qn()}}ne&&tt&&At(D0,Re,_=>{fe._lock||(et(_),mr!=null&&es(null,qr,!0,Sn.setSeries))});function ts(_,M,D){let N=T[M];D&&(_=_/Lt-(N.ori==1?ht:Ke));let H=k;N.ori==1&&(H=Ie,_=H-_),N.dir==-1&&(_=H-_);let j=N._min,ce=N._max,me=_/H,be=j+(ce-j)*me,Oe=N.distr;return Oe==3?Fo(10,be):Oe==4?z1(be,N.asinh):Oe==100?N.bwd(be):be}function Ux(_,M){let D=ts(_,A,M);return Zi(D,e[0],fn,pn)}n.valToIdx=_=>Zi(_,e[0]),n.posToIdx=Ux,n.posToVal=ts,n.valToPos=(_,M,D)=>T[M].ori==0?r(_,T[M],D?Y:k,D?I:0):o(_,T[M],D?de:Ie,D?b:0),n.setCursor=(_,M,D)=>{$t=_.left,en=_.top,gr(null,M,D)};function op(_,M){jt(Xr,No,Zt.left=_),jt(Xr,ol,Zt.width=M)}function ap(_,M){jt(Xr,"top",Zt.top=_),jt(Xr,al,Zt.height=M)}let Ko=O.ori==0?op:ap,jo=O.ori==1?op:ap;function Ox(){if(ne&&pe.live)for(let _=s==2?1:0;_<S.length;_++){if(_==0&&pt)continue;let M=pe.values[_],D=0;for(let N in M)We[_][D++].firstChild.nodeValue=M[N]}}function Au(_,M){if(_!=null&&(_.idxs?_.idxs.forEach((D,N)=>{oe[N]=D}):W1(_.idx)||oe.fill(_.idx),pe.idx=oe[0]),ne&&pe.live){for(let D=0;D<S.length;D++)(D>0||s==1&&!pt)&&Fx(D,oe[D]);Ox()}ge=!1,M!==!1&&On("setLegend")}n.setLegend=Au;function Fx(_,M){let D=S[_],N=_==0&&G==2?hi:e[_],H;pt?H=D.values(n,_,M)??rt:(H=D.value(n,M==null?null:N[M],_,M),H=H==null?rt:{_:H}),pe.values[_]=H}function gr(_,M,D){sp=$t,rp=en,[$t,en]=fe.move(n,$t,en),fe.left=$t,fe.top=en,_e&&(Vr&&fs(Vr,In($t),0,k,Ie),Gr&&fs(Gr,0,In(en),k,Ie));let N,H=fn>pn;xs=Gt,Ws=null;let j=O.ori==0?k:Ie,ce=O.ori==1?k:Ie;if($t<0||an==0||H){N=fe.idx=null;for(let me=0;me<S.length;me++){let be=dt[me];be!=null&&fs(be,-10,-10,k,Ie)}tt&&es(null,qr,!0,_==null&&Sn.setSeries),pe.live&&(oe.fill(N),ge=!0)}else{let me,be,Oe;s==1&&(me=O.ori==0?$t:en,be=ts(me,A),N=fe.idx=Zi(be,e[0],fn,pn),Oe=X(e[0][N],O,j,0));let Fe=-10,ke=-10,ot=0,Pt=0,Ct=!0,bt="",Qe="";for(let Ye=s==2?1:0;Ye<S.length;Ye++){let Jt=S[Ye],cn=oe[Ye],Fn=cn==null?null:s==1?e[Ye][cn]:e[Ye][1][cn],kt=fe.dataIdx(n,Ye,N,be),hn=kt==null?null:s==1?e[Ye][kt]:e[Ye][1][kt];if(ge=ge||hn!=Fn||kt!=cn,oe[Ye]=kt,Ye>0&&Jt.show){let ui=kt==null?-10:kt==N?Oe:X(s==1?e[0][kt]:e[Ye][0][kt],O,j,0),ei=hn==null?-10:U(hn,s==1?T[Jt.scale]:T[Jt.facets[1].scale],ce,0);if(tt&&hn!=null){let Ci=O.ori==1?$t:en,Fi=Ln(ze.dist(n,Ye,kt,ei,Ci));if(Fi<xs){let ns=ze.bias;if(ns!=0){let di=ts(Ci,Jt.scale),Ri=hn>=0?1:-1,Bi=di>=0?1:-1;Bi==Ri&&(Bi==1?ns==1?hn>=di:hn<=di:ns==1?hn<=di:hn>=di)&&(xs=Fi,Ws=Ye)}else xs=Fi,Ws=Ye}}if(ge||Pe){let Ci,Fi;O.ori==0?(Ci=ui,Fi=ei):(Ci=ei,Fi=ui);let ns,di,Ri,Bi,is,ti,fi=!0,_r=he.bbox;if(_r!=null){fi=!1;let ni=_r(n,Ye);Ri=ni.left,Bi=ni.top,ns=ni.width,di=ni.height}else Ri=Ci,Bi=Fi,ns=di=he.size(n,Ye);if(ti=he.fill(n,Ye),is=he.stroke(n,Ye),Pe)Ye==Ws&&xs<=ze.prox&&(Fe=Ri,ke=Bi,ot=ns,Pt=di,Ct=fi,bt=ti,Qe=is);else{let ni=dt[Ye];ni!=null&&(Yt[Ye]=Ri,jn[Ye]=Bi,z0(ni,ns,di,fi),B0(ni,ti,is),fs(ni,Ui(Ri),Ui(Bi),k,Ie))}}}}if(Pe){let Ye=ze.prox,Jt=mr==null?xs<=Ye:xs>Ye||Ws!=mr;if(ge||Jt){let cn=dt[0];cn!=null&&(Yt[0]=Fe,jn[0]=ke,z0(cn,ot,Pt,Ct),B0(cn,bt,Qe),fs(cn,Ui(Fe),Ui(ke),k,Ie))}}}if(Zt.show&&Gs)if(_!=null){let[me,be]=Sn.scales,[Oe,Fe]=Sn.match,[ke,ot]=_.cursor.sync.scales,Pt=_.cursor.drag;if(Nn=Pt._x,Un=Pt._y,Nn||Un){let{left:Ct,top:bt,width:Qe,height:Ye}=_.select,Jt=_.scales[ke].ori,cn=_.posToVal,Fn,kt,hn,ui,ei,Ci=me!=null&&Oe(me,ke),Fi=be!=null&&Fe(be,ot);Ci&&Nn?(Jt==0?(Fn=Ct,kt=Qe):(Fn=bt,kt=Ye),hn=T[me],ui=X(cn(Fn,ke),hn,j,0),ei=X(cn(Fn+kt,ke),hn,j,0),Ko(Ji(ui,ei),Ln(ei-ui))):Ko(0,j),Fi&&Un?(Jt==1?(Fn=Ct,kt=Qe):(Fn=bt,kt=Ye),hn=T[be],ui=U(cn(Fn,ot),hn,ce,0),ei=U(cn(Fn+kt,ot),hn,ce,0),jo(Ji(ui,ei),Ln(ei-ui))):jo(0,ce)}else Pu()}else{let me=Ln(sp-np),be=Ln(rp-ip);if(O.ori==1){let ot=me;me=be,be=ot}Nn=Gn.x&&me>=Gn.dist,Un=Gn.y&&be>=Gn.dist;let Oe=Gn.uni;Oe!=null?Nn&&Un&&(Nn=me>=Oe,Un=be>=Oe,!Nn&&!Un&&(be>me?Un=!0:Nn=!0)):Gn.x&&Gn.y&&(Nn||Un)&&(Nn=Un=!0);let Fe,ke;Nn&&(O.ori==0?(Fe=Hr,ke=$t):(Fe=Wr,ke=en),Ko(Ji(Fe,ke),Ln(ke-Fe)),Un||jo(0,ce)),Un&&(O.ori==1?(Fe=Hr,ke=$t):(Fe=Wr,ke=en),jo(Ji(Fe,ke),Ln(ke-Fe)),Nn||Ko(0,j)),!Nn&&!Un&&(Ko(0,0),jo(0,0))}if(Gn._x=Nn,Gn._y=Un,_==null){if(D){if(xp!=null){let[me,be]=Sn.scales;Sn.values[0]=me!=null?ts(O.ori==0?$t:en,me):null,Sn.values[1]=be!=null?ts(O.ori==1?$t:en,be):null}ea(pf,n,$t,en,k,Ie,N)}if(tt){let me=D&&Sn.setSeries,be=ze.prox;mr==null?xs<=be&&es(Ws,qr,!0,me):xs>be?es(null,qr,!0,me):Ws!=mr&&es(Ws,qr,!0,me)}}ge&&(pe.idx=N,Au()),M!==!1&&On("setCursor")}let Xs=null;Object.defineProperty(n,"rect",{get(){return Xs==null&&Qo(!1),Xs}});function Qo(_=!1){_?Xs=null:(Xs=g.getBoundingClientRect(),On("syncRect",Xs))}function lp(_,M,D,N,H,j,ce){fe._lock||Gs&&_!=null&&_.movementX==0&&_.movementY==0||(Cu(_,M,D,N,H,j,ce,!1,_!=null),_!=null?gr(null,!0,!0):gr(M,!0,!1))}function Cu(_,M,D,N,H,j,ce,me,be){if(Xs==null&&Qo(!1),et(_),_!=null)D=_.clientX-Xs.left,N=_.clientY-Xs.top;else{if(D<0||N<0){$t=-10,en=-10;return}let[Oe,Fe]=Sn.scales,ke=M.cursor.sync,[ot,Pt]=ke.values,[Ct,bt]=ke.scales,[Qe,Ye]=Sn.match,Jt=M.axes[0].side%2==1,cn=O.ori==0?k:Ie,Fn=O.ori==1?k:Ie,kt=Jt?j:H,hn=Jt?H:j,ui=Jt?N:D,ei=Jt?D:N;if(Ct!=null?D=Qe(Oe,Ct)?a(ot,T[Oe],cn,0):-10:D=cn*(ui/kt),bt!=null?N=Ye(Fe,bt)?a(Pt,T[Fe],Fn,0):-10:N=Fn*(ei/hn),O.ori==1){let Ci=D;D=N,N=Ci}}be&&(M==null||M.cursor.event.type==pf)&&((D<=1||D>=k-1)&&(D=Ir(D,k)),(N<=1||N>=Ie-1)&&(N=Ir(N,Ie))),me?(np=D,ip=N,[Hr,Wr]=fe.move(n,D,N)):($t=D,en=N)}let Ru={width:0,height:0,left:0,top:0};function Pu(){yl(Ru,!1)}let cp,hp,up,dp;function fp(_,M,D,N,H,j,ce){Gs=!0,Nn=Un=Gn._x=Gn._y=!1,Cu(_,M,D,N,H,j,ce,!0,!1),_!=null&&(At(mf,vf,pp,!1),ea(I0,n,Hr,Wr,k,Ie,null));let{left:me,top:be,width:Oe,height:Fe}=Zt;cp=me,hp=be,up=Oe,dp=Fe}function pp(_,M,D,N,H,j,ce){Gs=Gn._x=Gn._y=!1,Cu(_,M,D,N,H,j,ce,!1,!0);let{left:me,top:be,width:Oe,height:Fe}=Zt,ke=Oe>0||Fe>0,ot=cp!=me||hp!=be||up!=Oe||dp!=Fe;if(ke&&ot&&yl(Zt),Gn.setScale&&ke&&ot){let Pt=me,Ct=Oe,bt=be,Qe=Fe;if(O.ori==1&&(Pt=be,Ct=Fe,bt=me,Qe=Oe),Nn&&Hs(A,ts(Pt,A),ts(Pt+Ct,A)),Un)for(let Ye in T){let Jt=T[Ye];Ye!=A&&Jt.from==null&&Jt.min!=Gt&&Hs(Ye,ts(bt+Qe,Ye),ts(bt,Ye))}Pu()}else fe.lock&&(fe._lock=!fe._lock,gr(M,!0,_!=null));_!=null&&(wn(mf,vf),ea(mf,n,$t,en,k,Ie,null))}function Bx(_,M,D,N,H,j,ce){if(fe._lock)return;et(_);let me=Gs;if(Gs){let be=!0,Oe=!0,Fe=10,ke,ot;O.ori==0?(ke=Nn,ot=Un):(ke=Un,ot=Nn),ke&&ot&&(be=$t<=Fe||$t>=k-Fe,Oe=en<=Fe||en>=Ie-Fe),ke&&be&&($t=$t<Hr?0:k),ot&&Oe&&(en=en<Wr?0:Ie),gr(null,!0,!0),Gs=!1}$t=-10,en=-10,oe.fill(null),gr(null,!0,!0),me&&(Gs=me)}function mp(_,M,D,N,H,j,ce){fe._lock||(et(_),Jo(),Pu(),_!=null&&ea(N0,n,$t,en,k,Ie,null))}function gp(){P.forEach(oA),B(n.width,n.height,!0)}Nr(jh,Oo,gp);let Yr={};Yr.mousedown=fp,Yr.mousemove=lp,Yr.mouseup=pp,Yr.dblclick=mp,Yr.setSeries=(_,M,D,N)=>{let H=Sn.match[2];D=H(n,M,D),D!=-1&&es(D,N,!0,!1)},_e&&(At(I0,g,fp),At(pf,g,lp),At(L0,g,_=>{et(_),Qo(!1)}),At(D0,g,Bx),At(N0,g,mp),Cf.add(n),n.syncRect=Qo);let vl=n.hooks=i.hooks||{};function On(_,M,D){Qn?Ft.push([_,M,D]):_ in vl&&vl[_].forEach(N=>{N.call(null,n,M,D)})}(i.plugins||[]).forEach(_=>{for(let M in _.hooks)vl[M]=(vl[M]||[]).concat(_.hooks[M])});let _p=(_,M,D)=>D,Sn=Mn({key:null,setSeries:!1,filters:{pub:X0,sub:X0},scales:[A,S[1]?S[1].scale:null],match:[q0,q0,_p],values:[null,null]},fe.sync);Sn.match.length==2&&Sn.match.push(_p),fe.sync=Sn;let xp=Sn.key,Iu=G_(xp);function ea(_,M,D,N,H,j,ce){Sn.filters.pub(_,M,D,N,H,j,ce)&&Iu.pub(_,M,D,N,H,j,ce)}Iu.sub(n);function kx(_,M,D,N,H,j,ce){Sn.filters.sub(_,M,D,N,H,j,ce)&&Yr[_](null,M,D,N,H,j,ce)}n.pub=kx;function zx(){Iu.unsub(n),Cf.delete(n),Dn.clear(),Mf(jh,Oo,gp),c.remove(),Re?.remove(),On("destroy")}n.destroy=zx;function Lu(){On("init",i,e),Zo(e||i.data,!1),q[A]?wu(A,q[A]):Jo(),re=Zt.show&&(Zt.width>0||Zt.height>0),ie=ge=!0,B(i.width,i.height)}return S.forEach(Fr),P.forEach(ps),t?t instanceof HTMLElement?(t.appendChild(c),Lu()):t(n,Lu):Lu(),n}Xn.assign=Mn;Xn.fmtNum=Uf;Xn.rangeNum=Qh;Xn.rangeLog=nu;Xn.rangeAsinh=Df;Xn.orient=Or;Xn.pxRatio=Lt;Xn.join=K1;Xn.fmtDate=Ff,Xn.tzDate=lE;Xn.sync=G_;{Xn.addGap=WE,Xn.clipGaps=ru;let i=Xn.paths={points:$_};i.linear=J_,i.stepped=YE,i.bars=$E,i.spline=JE}var Wf=1,aA=3,ex=[50,90,100,120,150,200];function tx(i,e){let t=i.dose_gy,n=i.volume_fraction;if(e<=t[0])return n[0];if(e>=t.at(-1))return e>t.at(-1)?0:n.at(-1);let s=0,r=t.length-1;for(;r-s>1;){let o=s+r>>1;t[o]<=e?s=o:r=o}return n[s]+(n[r]-n[s])*(e-t[s])/(t[r]-t[s])}var cu=class{constructor(){this.plotBox=R("div",{class:"plot","aria-hidden":"true"}),this.readout=R("div",{class:"dvh-readout",role:"status"}),this.legend=R("ul",{class:"legend","aria-label":C("dvh.curves")}),this.values=R("div",{class:"dvh-values"}),this.relative=at("",()=>{y.display.relative=!y.display.relative,De("display")},{class:"small"}),this.node=R("section",{class:"card dvh","aria-label":C("dvh")},R("header",{},R("h2",{text:C("dvh")}),this.readout,this.relative),this.plotBox,this.legend,this.details=R("details",{on:{toggle:()=>y.plan&&this.fillValues()}},R("summary",{text:C("dvh.table")}),this.values)),this.update=un(()=>this.updateNow()),Mt("plan preview compared",()=>this.update()),Mt("display",()=>this.rebuild()),new ResizeObserver(()=>this.size()).observe(this.plotBox),this.rebuild()}curves(){let e=Vt();if(!e)return[];let t=y.compared?.plan??(e.edited||y.preview?y.original:null),n=Object.entries(e.dvh).map(([r,o])=>({name:r,curve:o,dashed:!1})),s=t?Object.entries(t.dvh).map(([r,o])=>({name:r,curve:o,dashed:!0})):[];return[...n,...s].filter(({name:r})=>!y.display.hidden.has(r))}rebuild(){this.plot?.destroy(),this.plot=null,this.relative.textContent=C(y.display.relative?"dvh.show-gy":"dvh.show-percent");let e=this.curves();if(this.shape=nx(e),this.fillLegend(),!e.length)return this.plotBox.replaceChildren(R("p",{class:"empty",text:C("no-plan")}));this.plotBox.replaceChildren();let{dose_gy:t}=y.plan.prescription,n=y.display.relative?"%":"Gy",s={stroke:"#9aa6b2",grid:{stroke:"#232a33",width:1},ticks:{stroke:"#232a33"},font:"11px system-ui",size:34,labelSize:16,labelFont:"11px system-ui"};this.plot=new Xn({width:Math.max(200,this.plotBox.clientWidth),height:Math.max(110,this.plotBox.clientHeight),legend:{show:!1},cursor:{drag:{x:!1,y:!1},points:{size:5}},scales:{x:{time:!1,range:[0,this.most()*(y.display.relative?100/t:1)]},y:{range:[0,100]}},axes:[{...s,label:C("dvh.dose",{unit:n}),size:26},{...s,label:C("dvh.volume")}],series:[{},...e.map(({name:r,curve:o,dashed:a})=>({label:r,stroke:o.colour,width:a?1.2:2,dash:a?[5,4]:o.dash??[],points:{show:!1}}))],hooks:{setCursor:[r=>this.hover(r)],draw:[r=>this.drawPrescription(r)]}},this.data(e),this.plotBox),this.fillValues()}most(){return y.plan.prescription.dose_gy*aA}data(e){let t=Array.from({length:Math.ceil(this.most()/Wf)+1},(s,r)=>r*Wf),n=y.display.relative?100/y.plan.prescription.dose_gy:1;return[t.map(s=>s*n),...e.map(({curve:s})=>t.map(r=>100*tx(s,r)))]}updateNow(){let e=[Vt()?.dvh,y.compared,y.original,Vt()?.edited||y.preview!==null];if(this.plot&&y.preview&&e.every((n,s)=>n===this.last?.[s]))return;this.last=e;let t=this.curves();if(nx(t)!==this.shape||!this.plot)return this.rebuild();this.plot.setData(this.data(t)),(!y.preview||this.details.open)&&this.fillValues()}size(){let{clientWidth:e,clientHeight:t}=this.plotBox;e&&t&&this.plot?.setSize({width:e,height:t})}drawPrescription(e){let{ctx:t}=e,n=e.valToPos(y.display.relative?100:y.plan.prescription.dose_gy,"x",!0);t.save(),t.strokeStyle="#e6e9ed",t.setLineDash([2,4]),t.beginPath(),t.moveTo(n,e.bbox.top),t.lineTo(n,e.bbox.top+e.bbox.height),t.stroke(),t.restore()}hover(e){let{left:t,top:n,idx:s}=e.cursor;if(s==null||t<0)return void(this.readout.textContent="");let r=this.curves(),o=e.posToVal(n,"y"),a=null;if(r.forEach((h,d)=>{let u=Math.abs(e.data[d+1][s]-o);(!a||u<a.away)&&(a={away:u,...h,percent:e.data[d+1][s]})}),!a)return;let l=s*Wf,c={name:a.name,gy:l,percent:Ze(100*l/y.plan.prescription.dose_gy,0),volume:Ze(a.percent),cc:a.curve.volume_cc===null?"–":Ze(a.curve.volume_cc*a.percent/100,2)};this.readout.textContent=C(a.dashed?"dvh.hover.before":"dvh.hover",c)}fillLegend(){let e=Vt(),t=Object.entries(e?.dvh??{}).map(([n,s])=>{let r=!y.display.hidden.has(n),o=R("span",{class:"swatch"});return o.style.borderTopColor=s.colour,o.style.borderTopStyle=s.dash?.length?"dashed":"solid",R("li",{},R("button",{type:"button","aria-pressed":r,"data-curve":n,on:{click:()=>lA(n)}},o,R("span",{text:n})))});this.legend.replaceChildren(...t)}fillValues(){let e=Vt(),{dose_gy:t}=e.prescription,n=[C("structure"),...ex.map(r=>`${Ze(r*t/100,0)} Gy`)],s=Object.entries(e.dvh).map(([r,o])=>R("tr",{"data-roi":r},R("th",{scope:"row",text:r}),ex.map(a=>R("td",{text:`${Ze(100*tx(o,a*t/100))} %`,"data-gy":a*t/100}))));this.values.replaceChildren(Yn(n,s,{class:"numbers","aria-label":C("dvh.table")}))}},nx=i=>JSON.stringify(i.map(({name:e,dashed:t})=>[e,t]));function lA(i){let{hidden:e}=y.display;e.has(i)?e.delete(i):e.add(i),De("display")}function pr(i,e,t=!1){if(e==null||Number.isNaN(e))return"–";let n=i.unit==="fraction"?100:1,s=t&&e*n>0?"+":"",r={fraction:" %",cm3:" cm³","":""}[i.unit]??` ${i.unit}`;return`${s}${(e*n).toFixed(i.digits??1)}${r}`}function qf(i){let e=`metric.${i.key}`;return na(e)?C(e):i.label}function Xf(i,e){let t=i.metrics[e]??{},n=new Set;return i.metric_table.filter(({key:s})=>s in t&&!n.has(s)&&n.add(s))}var hu=class{constructor(){this.body=R("div",{class:"scroll"}),this.state=R("p",{class:"checked",role:"status"}),this.node=R("section",{class:"card metrics","aria-label":C("metrics")},R("header",{},R("h2",{text:C("metrics")}),this.state),this.body),this.update=un(()=>this.updateNow()),Mt("plan preview",()=>this.update()),this.updateNow()}updateNow(){let e=Vt();if(!e)return this.body.replaceChildren(R("p",{class:"empty",text:C("no-plan")}));if(this.state.textContent=C(`checked.${e.checked}`),this.state.className=`checked ${e.checked}`,this.body.classList.toggle("moving",y.preview!==null),y.preview&&e.metrics===this.shown)return;if(this.shown=e.metrics,y.preview&&this.sameShape(e))return this.renew(e);let t=new Set(y.server.structures.filter(s=>s.kind==="target").map(s=>s.name));this.values=new Map;let n=Object.keys(e.metrics).sort((s,r)=>t.has(r)-t.has(s));this.body.replaceChildren(this.goals(e),...n.map(s=>this.region(e,s,t.has(s))))}sameShape(e){return this.values!==void 0&&Object.keys(e.metrics).every(t=>Xf(e,t).every(({key:n})=>this.values.has(`${t}/${n}`)))}renew(e){for(let t of Object.keys(e.metrics))for(let n of Xf(e,t)){let{value:s,change:r}=this.values.get(`${t}/${n.key}`),o=pr(n,e.metrics[t][n.key]);s.textContent!==o&&(s.textContent=o,r.textContent="")}}goals(e){let t=e.goals.map(o=>R("li",{class:o.met?"met":"missed"},R("b",{text:o.met?`✓ ${C("goal.met")}`:`✗ ${C("goal.missed")}`}),` ${o.text}`)),n=e.verdict??{},s={dose:n.dose_met===!1,limits:n.limits_kept===!1},r=["dose","limits","access"].filter(o=>n[o]).map(o=>R("li",{class:s[o]?"verdict missed":"verdict",text:n[o]}));return R("ul",{class:"goals"},t,r)}region(e,t,n){let s=e.changes?.[t]??{},r=Xf(e,t).map(o=>{let a=s[o.key],l=a&&pr({...o,unit:o.unit==="fraction"?"fraction":""},a,!0).replace(" %",""),c={value:R("span",{class:"value",text:pr(o,e.metrics[t][o.key])}),change:R("span",{class:"change",text:l&&/[1-9]/.test(l)?l:""})};return this.values.set(`${t}/${o.key}`,c),R("div",{class:"metric",title:o.meaning??"","data-metric":o.key},R("dt",{text:qf(o)}),R("dd",{},c.value,c.change,cA(e,t,o)))});return R("section",{class:n?"region target":"region","data-roi":t},R("h3",{text:t}),R("dl",{},r))}};function cA(i,e,t){let n=i.planned_metrics?.[e]?.[t.key];return n===void 0?null:R("span",{class:"planned",text:C("metric.planned",{value:pr(t,n)})})}var hA=200,Wo=class{constructor(e){this.node=R("div",{class:"scroll"}),this.update=un(()=>{if(this.node.contains(document.activeElement)&&document.activeElement.matches("input")||(this.stale=!this.node.offsetParent&&this.last!==void 0,this.stale))return;let t=JSON.stringify([this.shown(Vt()),y.selection,tn()]);t!==this.last&&(this.last=t,this.keepFocus(()=>this.fill()))}),Mt(e,()=>this.update()),Mt("preview",()=>{this.waiting||=setTimeout(()=>{this.waiting=0,this.update()},hA)}),Mt("display",()=>this.stale&&this.update()),this.node.addEventListener("focusout",()=>this.update())}keepFocus(e){let t=this.node.contains(document.activeElement)?document.activeElement.closest("[data-focus]")?.dataset.focus:null,n=this.node.scrollTop;e(),this.node.scrollTop=n,t&&this.node.querySelector(`[data-focus="${t}"]`)?.focus({preventScroll:!0});let s=this.node.querySelector("tr.chosen");if(s&&this.lastChosen!==s.dataset.focus){let[r,o]=[s.getBoundingClientRect(),this.node.getBoundingClientRect()];(r.top<o.top+24||r.bottom>o.bottom)&&(this.node.scrollTop+=r.top-o.top-o.height/3)}this.lastChosen=s?.dataset.focus}};function dl(i,e,t,n){let s=Ze(i,t),r=R("input",{type:"text",inputmode:"decimal",value:s,"aria-label":e,class:"cell",disabled:!tn()}),o=()=>{let a=Number(r.value.replace(",","."));r.value===s||!Number.isFinite(a)?r.value=s:n(a)};return r.addEventListener("change",o),r.addEventListener("keydown",a=>{a.stopPropagation(),a.key==="Enter"&&r.blur(),a.key==="Escape"&&(r.value=s,r.blur())}),r.addEventListener("click",a=>a.stopPropagation()),r}function fu(i,e,t,n,s,r={}){let o=R("tr",{tabindex:0,"data-focus":i,"aria-selected":e,"aria-label":t,class:e?"chosen":null,...r},s);return o.addEventListener("click",a=>a.target.closest("button, input")||n()),o.addEventListener("keydown",a=>{if(a.target!==o)return;(a.key==="Enter"||a.key===" ")&&(a.preventDefault(),n());let l={ArrowDown:o.nextElementSibling,ArrowUp:o.previousElementSibling}[a.key];l&&(a.preventDefault(),a.stopPropagation(),l.focus())}),o}function ix(i,e){return at(e.locked?C("unlock"):C("lock"),()=>dn({type:e.locked?"unlock":"lock",[i]:e.id}),{class:e.locked?"small lock on":"small lock","aria-pressed":!!e.locked,"aria-label":C(e.locked?`unlock.${i}`:`lock.${i}`,{id:e.id}),disabled:!tn()})}var sx=i=>R("td",{class:i.length?"rules broken":"rules"},i.length?R("ul",{},i.map(e=>R("li",{text:`⚠ ${e}`}))):R("span",{class:"fine",text:"✓"})),uu=class extends Wo{constructor(){super("plan selection role"),this.fill()}shown(e){return e?.needles}fill(){let e=Vt();if(!e)return this.node.replaceChildren(R("p",{class:"empty",text:C("no-plan")}));let t=["needle","seeds","needle.depth","needle.tilt","needle.skin-angle","needle.lung","rules",""].map(s=>s?C(s):""),n=e.needles.map(s=>{let r=()=>{kn(s.id),rn(Ll(s.id))};return fu(`needle${s.id}`,y.selection.needle===s.id,C("needle.title",{id:s.id,length:Ze(s.length_mm)}),r,[R("th",{scope:"row",text:String(s.id)}),R("td",{text:String(s.seeds.length)}),R("td",{text:Ze(s.depth_mm??s.length_mm)}),R("td",{text:Ze(s.tilt_deg,0)}),R("td",{text:Ze(s.skin_angle_deg,0)}),R("td",{text:s.lung_mm?Ze(s.lung_mm,0):"–"}),sx(s.rules),R("td",{},ix("needle",s))],{"data-needle-row":s.id})});this.node.replaceChildren(Yn(t,n,{class:"numbers rows","aria-label":C("needles")}),this.details(e))}details(e){let t=Hn(e,y.selection.needle);if(!t)return R("p",{class:"hint",text:C("needle.choose")});let n=["entry","tip"].map(a=>R("div",{class:"coordinates"},R("span",{text:C(`needle.${a}`)}),["x","y","z"].map((l,c)=>dl(t[`${a}_mm`][c],C("needle.coordinate",{end:C(`needle.${a}`),axis:l,id:t.id}),1,h=>{let d=[...t[`${a}_mm`]];d[c]=h,dn({type:"move-needle",needle:t.id,[`${a}_mm`]:d})})))),s=dl(null,C("seed.add.depth"),1,()=>{});s.value="10",s.classList.add("depth");let r=()=>dn({type:"add-seed",needle:t.id,depth_mm:Number(s.value)||0}),o=R("div",{class:"actions"},R("label",{},C("seed.add.at")," ",s," mm"),at(C("seed.add"),r,{disabled:!tn()||t.locked}),at(C("needle.remove",{id:t.id}),()=>dn({type:"remove-needle",needle:t.id}),{disabled:!tn()||t.locked}));return R("section",{class:"details","aria-label":C("needle.details",{id:t.id})},n,o)}},du=class extends Wo{constructor(){super("plan selection role"),this.fill()}shown(e){return[e?.seeds,e?.needles.map(t=>t.locked)]}fill(){let e=Vt();if(!e)return this.node.replaceChildren(R("p",{class:"empty",text:C("no-plan")}));let t=["seed","needle","seed.depth","seed.position","seed.strength","rules",""].map(s=>s?C(s):""),n=e.seeds.map(s=>{let r=s.locked||Hn(e,s.needle)?.locked,o=()=>{kn(s.needle,s.id),rn(s.position_mm)},a=r?Ze(s.depth_from_tip_mm):dl(s.depth_from_tip_mm,C("seed.depth.of",{id:s.id}),1,c=>dn({type:"move-seed",seed:s.id,depth_mm:c})),l=`${Ze(s.strength_u,3)}${s.manual?` · ${C("seed.manual")}`:""}`;return fu(`seed${s.id}`,y.selection.seed===s.id,C("seed.label",{id:s.id,needle:s.needle,depth:Ze(s.depth_from_tip_mm)}),o,[R("th",{scope:"row",text:String(s.id)}),R("td",{text:String(s.needle)}),R("td",{},a),R("td",{class:"position",text:s.position_mm.map(c=>Ze(c)).join(", ")}),R("td",{text:l}),sx(s.rules),R("td",{},ix("seed",s),at("×",()=>dn({type:"remove-seed",seed:s.id}),{class:"small","aria-label":C("seed.remove",{id:s.id}),disabled:!tn()||r}))],{"data-seed-row":s.id})});this.node.replaceChildren(Yn(t,n,{class:"numbers rows","aria-label":C("seeds")}))}};var uA=["x","y","z"],pu=class extends Wo{constructor(){super("plan selection role"),this.fill()}shown(e){return[e?.seeds,e?.lost,e?.counts]}fill(){let e=Vt();if(!e)return;let t=["seed","found.is","seed.position","found.moved","found.sure",""].map(s=>s?C(s):""),n=e.seeds.map(s=>this.seedRow(s));this.node.replaceChildren(...[R("p",{class:"counts",text:C("found.counts",e.counts)}),this.details(e),Yn(t,n,{class:"numbers rows","aria-label":C("found.seeds")}),this.lost(e),this.doubtful(e)].filter(Boolean))}seedRow(e){let t=()=>{kn(e.needle||null,e.id),rn(e.position_mm)},n=e.manual?C("found.by-hand"):`${Ze(100*e.confidence,0)} %, ± ${Ze(e.sigma_mm)} mm`,s=e.along_mm===null?"–":`${Ze(e.along_mm)}, ${Ze(e.across_mm)}`,r=at("×",()=>dn({type:"remove-seed",seed:e.id}),{class:"small","aria-label":C("found.remove",{id:e.id}),disabled:!tn()});return fu(`seed${e.id}`,y.selection.seed===e.id,C("found.label",{id:e.id,standing:Vl(e)}),t,[R("th",{scope:"row",text:String(e.id)}),R("td",{class:e.standing==="planned"?null:"odd",text:Vl(e)}),R("td",{class:"position",text:e.position_mm.map(o=>Ze(o)).join(", ")}),R("td",{text:s}),R("td",{text:n}),R("td",{},r)],{"data-seed-row":e.id})}details(e){let t=ys(e,y.selection.seed);if(!t)return R("p",{class:"hint",text:C("found.choose")});let n=(r,o,a)=>R("div",{class:"coordinates"},R("span",{text:C(o)}),uA.map((l,c)=>dl(t[r][c],C("found.coordinate",{what:C(o),axis:l,id:t.id}),a,h=>{let d=[...t[r]];d[c]=h,dn({type:"move-seed",seed:t.id,[r]:d})}))),s=R("div",{class:"actions"},at(C("found.split",{id:t.id}),()=>dn({type:"split-seed",seed:t.id}),{disabled:!tn(),"data-split":t.id}),at(C("found.remove",{id:t.id}),()=>dn({type:"remove-seed",seed:t.id}),{disabled:!tn()}));return R("section",{class:"details","aria-label":C("found.details",{id:t.id})},n("position_mm","found.place",1),n("direction","found.axis",3),s)}lost(e){let t=e.lost.map(n=>R("li",{},at(C("lost.title",{seed:n.seed,needle:n.needle??"–"}),()=>rn(n.planned_at_mm),{class:"link"})," ",at(C("lost.take"),()=>Dl({position_mm:n.planned_at_mm,direction:n.direction}),{class:"small",disabled:!tn(),"data-take":`lost${n.seed}`})));return rx(C("lost"),t)}doubtful(e){let t=e.doubtful.map((n,s)=>R("li",{},at(C("doubtful.title",{confidence:Ze(100*n.confidence,0)}),()=>rn(n.position_mm),{class:"link"})," ",at(C("doubtful.take"),()=>Dl({position_mm:n.position_mm,direction:n.direction}),{class:"small",disabled:!tn(),"data-take":`doubtful${s}`})));return rx(C("doubtful"),t)}},rx=(i,e)=>e.length?R("section",{class:"found-list"},R("h3",{text:i}),R("ul",{},e)):null;var fl=class{constructor(){this.node=R("div",{class:"scroll"}),this.update=un(()=>this.fill()),Mt("plan role",()=>this.update()),this.fill()}fill(){let{plan:e}=y,t=e?.edits??[],n=t.length?R("ol",{class:"edits"},t.map(o=>R("li",{text:o.text}))):R("p",{class:"hint",text:C("edits.none")}),s=at(C("edits.original"),Gp,{disabled:!tn()||!t.length}),r=(e?.warnings??[]).map(o=>R("li",{text:o}));this.node.replaceChildren(n,R("div",{class:"actions"},s),R("h3",{text:C("warnings")}),r.length?R("ul",{class:"warnings"},r):R("p",{class:"hint",text:C("warnings.none")}))}},pl=class{constructor(){this.node=R("div",{class:"scroll"}),this.update=un(()=>this.fill()),Mt("display plan",()=>this.update()),this.fill()}fill(){let e=y.contours.map(t=>{let{name:n,kind:s,colour:r,dash:o}=t.structure,a=R("span",{class:"swatch"});a.style.borderTopColor=r,a.style.borderTopStyle=o?.length?"dashed":"solid";let l=R("input",{type:"checkbox",checked:!y.display.hidden.has(n),"aria-label":C("structure.show",{name:n}),on:{change:()=>this.flip(n)}}),c=()=>rn(t.centre());return R("tr",{"data-structure-row":n},R("td",{},l),R("td",{},a),R("th",{scope:"row"},at(xr(t.structure),c,{class:"link"})),R("td",{text:C(`kind.${s}`)}),R("td",{},this.cold(n)))});this.node.replaceChildren(Yn([C("shown"),"",C("structure"),C("kind"),C("coldest")],e,{class:"rows","aria-label":C("tab.structures")}),this.levels())}flip(e){let{hidden:t}=y.display;t.has(e)?t.delete(e):t.add(e),De("display")}cold(e){let t=y.plan?.coldest?.[e];return t?at(`${Ze(t.dose_gy)} Gy`,()=>rn(t.at_mm),{class:"small","aria-label":C("coldest.go",{name:e})}):null}levels(){let e=y.plan?.prescription.dose_gy;if(!e)return null;let t=y.display.levels.map(s=>{let r=R("input",{type:"checkbox",checked:s.shown,"aria-label":C("level.show",{percent:Ze(s.percent,0)}),on:{change:l=>Yf(s,{shown:l.target.checked})}}),o=R("span",{class:"swatch"});o.style.borderTopColor=s.colour,o.style.borderTopStyle=s.dash?.length?"dashed":"solid";let a=(l,c,h)=>R("input",{type:"number",class:"cell",min:1,max:1e5,step:"any",value:l,"aria-label":c,on:{change:d=>Number(d.target.value)>0&&h(Number(d.target.value)),keydown:d=>d.stopPropagation()}});return R("tr",{"data-level":s.id},R("td",{},r),R("td",{},o),R("td",{},a(Ze(s.gy),C("level.gy",{percent:Ze(s.percent,0)}),l=>Yf(s,{gy:l,percent:100*l/e}))," Gy"),R("td",{},a(Ze(s.percent,0),C("level.percent",{gy:Ze(s.gy)}),l=>Yf(s,{percent:l,gy:l*e/100}))," %"))}),n=R("input",{type:"range",min:.1,max:.8,step:.05,value:y.display.washOpacity,"aria-label":C("wash.opacity"),on:{input:s=>{y.display.washOpacity=Number(s.target.value),De("dose")}}});return R("section",{class:"levels"},R("h3",{text:C("levels")}),Yn([C("shown"),"",C("dose"),C("of-prescription")],t,{"aria-label":C("levels")}),R("label",{class:"actions"},C("wash.opacity"),n))}};function Yf(i,e){Object.assign(i,e),De("display")}var mu=class{constructor(){this.node=R("ul",{class:"isodose-legend","aria-label":C("levels")}),Mt("display plan",()=>this.fill()),this.fill()}fill(){let e=y.plan&&(y.display.isodoses||y.display.dose)?y.display.levels.filter(t=>t.shown):[];this.node.replaceChildren(...[...e].sort((t,n)=>n.gy-t.gy).map(t=>{let n=R("span",{class:"swatch"});return n.style.borderTopColor=t.colour,n.style.borderTopStyle=t.dash?.length?t.dash[0]<=3?"dotted":"dashed":"solid",R("li",{},n,R("span",{text:C("level.legend",{gy:Ze(t.gy),percent:Ze(t.percent,0)})}))})),this.node.classList.toggle("gone",!e.length)}};var ml=class{constructor(){this.node=R("div",{class:"scroll"}),this.update=un(()=>this.fill()),Mt("plan compared",()=>this.update()),this.fill()}versions(){let e=(y.plan.versions??[]).filter(t=>t.number>0);return[{id:"original",label:C("compare.original")},...e.map(t=>({id:String(t.number),label:C("compare.version",{number:t.number,author:t.author??""})}))]}fill(){if(!y.plan)return this.node.replaceChildren(R("p",{class:"empty",text:C("no-plan")}));let e=R("select",{"aria-label":C("compare.with")},this.versions().map(s=>R("option",{value:s.id,text:s.label})));e.value=y.compared?.id??"original";let t=at(C("compare.start"),()=>this.start(e.value)),n=at(C("compare.stop"),()=>this.stop(),{disabled:!y.compared});this.node.replaceChildren(R("div",{class:"actions"},R("label",{},C("compare.with")," ",e),t,n),y.compared?this.rows():R("p",{class:"hint",text:C("compare.hint")}))}async start(e){try{let{other:t,rows:n}=await En(`/api/compare?with=${encodeURIComponent(e)}`),{header:s,bytes:r}=await vs(`/api/dose?version=${encodeURIComponent(e)}`);y.otherDose=new qs(s,new Float32Array(r)),y.compared={id:e,plan:t,rows:n,revision:y.plan.revision,checked:y.plan.checked},De("compared")}catch(t){if(!(t instanceof mn))throw t;lt(t.message,"bad")}}stop(){y.compared=null,y.otherDose=null,De("compared")}rows(){let{compared:e,plan:t}=y;(e.revision!==t.revision||e.checked!==t.checked)&&this.start(e.id);let n=new Map;for(let a of e.rows)n.set(a.roi,[...n.get(a.roi)??[],a]);let s=[...n].flatMap(([a,l])=>[R("tr",{class:"group"},R("th",{colspan:4,scope:"rowgroup",text:a})),...l.map(c=>R("tr",{"data-compared":`${a}/${c.key}`},R("th",{scope:"row",text:qf(c)}),R("td",{text:pr(c,c.value)}),R("td",{text:pr(c,c.other)}),R("td",{class:"change",text:pr(c,c.difference,!0)})))]),r=({needles:a,seeds:l})=>C("compare.count",{needles:ox(a),seeds:ox(l)}),o=["",`${C("compare.shown")} · ${r(t)}`,`${C("compare.other")} · ${r(e.plan)}`,C("compare.difference")];return Yn(o,s,{class:"numbers","aria-label":C("compare")})}},ox=i=>i.length??i;var dA=new Set(["targets","cross","avoid"]),$f=["targets","prescription","strength_u","avoid","cross","limits","max_needles","margin_mm","steering","protocol"];function lx(i,e,t,n=[]){let s={defs:e.$defs??{},rois:n},r=Object.keys(e.properties??{}),o=new Map,a=R("div",{class:"form"}),l=R("div",{class:"form"});for(let c of[...$f.filter(h=>r.includes(h)),...r.filter(h=>!$f.includes(h))]){let h=hx(c,e.properties[c],t[c],s,[c]);h&&(o.set(c,h),($f.includes(c)?a:l).append(h.node))}return i.replaceChildren(a,R("details",{},R("summary",{text:C("plan.more")}),l)),()=>cx(t,o)}function cx(i,e){let t={...i};for(let[n,s]of e){let r=s.read();r!==void 0&&(t[n]=r)}return t}function gu(i,e){if(i.$ref)return{...gu(e.defs[i.$ref.split("/").at(-1)],e),...ax(i,"$ref")};let t=i.anyOf??i.oneOf;if(!t)return i;let n=t.filter(r=>r.type!=="null"),s=n.find(r=>r.type==="number"||r.type==="integer")??n.find(r=>r.type==="string")??n[0];return{...gu(s,e),...ax(i,"anyOf","oneOf"),nullable:n.length<t.length}}var ax=(i,...e)=>Object.fromEntries(Object.entries(i).filter(([t])=>!e.includes(t))),Zf=i=>{let e=`request.${i.join(".")}`;return na(e)?C(e):i.at(-1).replaceAll("_"," ")};function hx(i,e,t,n,s){let r=gu(e,n),o=t===void 0?r.default:t;return s.length===1&&dA.has(s[0])&&n.rois.length?xA(r,o,n.rois,s):r.enum?gA(r,o,s):r.type==="boolean"?mA(r,o,s):r.type==="number"||r.type==="integer"?fA(r,o,s):r.type==="string"?pA(r,o,s):r.type==="array"?_A(r,o,n,s):r.type==="object"&&r.properties?vA(r,o??{},n,s):r.type==="object"?yA(r,o??{},s):null}var Xo=(i,e,t)=>R("label",{class:"field",title:i.description??"","data-field":e.join(".")},R("span",{text:Zf(e)}),t);function _u(i,e,t){return()=>String(i.value)===e?void 0:t()}function fA(i,e,t){let n=e==null?"":String(e),s={min:i.minimum??i.exclusiveMinimum,max:i.maximum??i.exclusiveMaximum},r=R("input",{type:"number",step:i.type==="integer"?1:"any",value:n,...s});return{node:Xo(i,t,r),read:_u(r,n,()=>r.value===""?null:Number(r.value))}}function pA(i,e,t){let n=e??"",s=R("input",{type:"text",value:n});return{node:Xo(i,t,s),read:_u(s,n,()=>s.value)}}function mA(i,e,t){let n=R("input",{type:"checkbox",checked:!!e});return{node:Xo(i,t,n),read:()=>n.checked}}function gA(i,e,t){let n=R("select",{},i.enum.map(s=>R("option",{value:s,text:s})));return n.value=e??i.enum[0],{node:Xo(i,t,n),read:()=>n.value}}function _A(i,e,t,n){let s=gu(i.items??i.prefixItems?.[0]??{},t);if(!["string","number","integer"].includes(s.type))return null;let r=(e??[]).join(", "),o=R("input",{type:"text",value:r,placeholder:C("form.list")}),a=()=>o.value.split(",").map(l=>l.trim()).filter(Boolean);return{node:Xo(i,n,o),read:_u(o,r,()=>s.type==="string"?a():a().map(Number))}}function xA(i,e,t,n){let s=i.type==="object",r=s?e??{}:Object.fromEntries((e??[]).map(h=>[h,null])),o=t.map(h=>{let d=R("input",{type:"checkbox",checked:Object.hasOwn(r,h)}),u=s&&typeof r[h]=="number"?String(r[h]):"",f=s?R("input",{type:"number",class:"cell",min:0,step:"any",value:u,placeholder:"mm","aria-label":C("form.clearance",{name:h})}):null;return{name:h,tick:d,value:f,node:R("div",{class:"region-line"},R("label",{"data-region":h},d,R("span",{text:h})),f)}}),a=()=>o.filter(h=>h.tick.checked),l=()=>s?Object.fromEntries(a().map(h=>[h.name,h.value.value===""?null:Number(h.value.value)])):a().map(h=>h.name);return{node:R("fieldset",{class:"group regions","data-field":n.join(".")},R("legend",{text:Zf(n)}),o.map(h=>h.node)),read:l}}function yA(i,e,t){let n=Object.entries(e).map(([o,a])=>a===null?o:`${o}: ${a}`).join(", "),s=R("input",{type:"text",value:n,placeholder:C("form.mapping")}),r=()=>Object.fromEntries(s.value.split(",").map(o=>o.trim()).filter(Boolean).map(o=>{let a=o.lastIndexOf(":");return a<0?[o,null]:[o.slice(0,a).trim(),Number(o.slice(a+1))]}));return{node:Xo(i,t,s),read:_u(s,n,r)}}function vA(i,e,t,n){let s=new Map,r=R("details",{class:"group",open:n.length===1&&n[0]==="prescription"},R("summary",{text:Zf(n)}));for(let[o,a]of Object.entries(i.properties)){let l=hx(o,a,e[o],t,[...n,o]);l&&(s.set(o,l),r.append(l.node))}return{node:r,read:()=>cx(e,s)}}var xu=class{constructor(){this.node=R("div",{class:"scroll"}),this.form=R("div"),this.keep=R("input",{type:"checkbox",checked:!0,id:"keep-locked"}),this.run=at(C("plan.run"),()=>this.start(),{class:"primary"}),this.cancel=at(C("plan.cancel"),()=>this.stop()),this.bar=R("progress",{max:1,value:0,"aria-label":C("plan.progress")}),this.stage=R("p",{class:"stage",role:"status"}),this.locked=R("p",{class:"hint"}),this.draw=["forbid","forbid-directions"].map(e=>at(C(`tool.${e}`),()=>Ys(e),{"data-tool":e})),this.forbidden=R("ul",{class:"forbidden-list","aria-label":C("forbid.list")}),this.node.append(R("label",{class:"keep",for:"keep-locked"},this.keep,C("plan.keep-locked")),this.locked,R("div",{class:"actions"},this.draw),this.forbidden,R("div",{class:"actions"},this.run,this.cancel),this.bar,this.stage,this.form),this.update=un(()=>this.show()),Mt("plan role job display",()=>this.update()),pi("progress",({stage:e,fraction:t})=>this.progress(e,t)),pi("job",e=>this.jobIs(e)),this.show(),this.load()}async load(){try{let e=await En("/api/request-schema");this.read=lx(this.form,e.schema,e.request,e.rois)}catch(e){if(!(e instanceof mn))throw e;this.form.replaceChildren(R("p",{class:"hint",text:e.message}))}}show(){let e=y.job!==null;this.run.disabled=e||y.role!=="editor"||!y.connected,this.cancel.disabled=!e,this.bar.hidden=!e;let t=JSON.stringify([Kr().forbidden,Kr().not_from,this.run.disabled]);t!==this.shown&&this.forbidden.replaceChildren(...sm(this.run.disabled)),this.shown=t;for(let r of this.draw)r.disabled=this.run.disabled,r.setAttribute("aria-pressed",y.display.tool===r.dataset.tool);let n=y.plan?.needles.filter(r=>r.locked).map(r=>r.id)??[],s=y.plan?.seeds.filter(r=>r.locked).map(r=>r.id)??[];this.locked.textContent=n.length||s.length?C("plan.locked",{needles:n.join(", ")||"–",seeds:s.join(", ")||"–"}):C("plan.none-locked")}async start(){if(this.read)try{y.job={state:"running"},De("job"),await Pi("/api/plan",{request:this.request(),keep_locked:this.keep.checked}),this.stage.textContent=C("plan.started")}catch(e){if(y.job=null,De("job"),!(e instanceof mn))throw e;this.stage.textContent=e.message,lt(e.message,"bad")}}request(){let e=this.read();return y.plan?e:{...e,steering:{...e.steering,...y.forbidden}}}async stop(){try{await Pi("/api/plan/cancel"),this.stage.textContent=C("plan.cancelling")}catch(e){if(!(e instanceof mn))throw e;lt(e.message,"bad")}}progress(e,t){y.job&&(this.bar.value=t??0,this.stage.textContent=t==null?e:`${e} · ${Math.round(100*t)} %`,De("job"))}async jobIs({state:e,message:t}){let n=e==="running"||e==="started";y.job=n?{state:e}:null,this.stage.textContent=t??C(`job.${e}`),De("job"),!n&&(lt(this.stage.textContent,e==="failed"?"bad":"info"),e!=="done"&&await Ss())}};async function yu(i){try{return await i()}catch(e){if(!(e instanceof mn))throw e;return lt(e.message||C("server.lost"),"bad"),null}}async function ux(i,e){lt(i),y.working=i,De("busy");let t=await yu(e);return y.working=null,De("busy"),t}var qo=(i,e)=>R("label",{class:"field",for:i.id},R("span",{text:e}),i),gl=(i,e="")=>R("input",{id:i,type:"text",autocomplete:"off",value:e});function dx(){let i=gl("check-author"),e=gl("check-reason"),t=R("div",{},R("p",{text:C(Bn()?"check.what.found":"check.what")}),R("div",{class:"form"},qo(i,C("check.author")),qo(e,C("check.reason")))),n=async()=>{if(px(i,C("check.no-author")))return!1;let s=y.plan.revision,r=await ux(C("check.running"),()=>Pi("/api/check",{base_revision:s,author:i.value.trim(),reason:e.value.trim()}));return r?(ca(),ki(r.plan),lt(C("check.done",{version:fx(r.version)}),"good"),!0):!1};bs(C("check"),t,[{label:C("check.do"),action:n,primary:!0}])}var fx=i=>typeof i=="object"?`${i.number} (${String(i.version).slice(0,12)})`:String(i);function px(i,e){return i.value.trim()?!1:(i.focus(),lt(e,"bad"),!0)}var mx=new Set(["plan","dvh","dose","number","metrics","strengths_u","strength_u","seed_step_mm","exported","key","label"]);function gx(i){let e=Object.entries(i).filter(([t])=>!mx.has(t)).map(([t,n])=>R("tr",{},R("th",{scope:"row",text:_x(t)}),R("td",{},Jf(n))));return Yn([C("sign.what"),C("sign.value")],e,{class:"rows facts","aria-label":C("sign.what")})}var _x=i=>{let e=C(`fact.${i}`);return e===`fact.${i}`?i.replaceAll("_"," "):e};function Jf(i){return i==null||i===""?R("span",{text:"–"}):Array.isArray(i)?i.length?R("ul",{},i.map(e=>R("li",{},Jf(e)))):R("span",{text:"–"}):typeof i=="object"?R("ul",{},Object.entries(i).filter(([e])=>!mx.has(e)).map(([e,t])=>R("li",{},`${_x(e)}: `,Jf(t)))):typeof i=="boolean"?R("span",{text:C(i?"yes":"no")}):typeof i=="number"?R("span",{text:Number.isInteger(i)?String(i):Number(i.toPrecision(6)).toString()}):R("span",{text:i})}async function xx(){let i=await yu(()=>En("/api/sign-page"));if(!i)return;let e=R("select",{id:"sign-role"},["prepared","reviewed"].map(o=>R("option",{value:o,text:C(`sign.${o}`)})));i.signatures?.prepared&&(e.value="reviewed");let t=gl("sign-name"),n=gl("sign-reason"),s=R("div",{},R("p",{class:"hint",text:C("sign.read")}),gx(i),R("div",{class:"form"},qo(e,C("sign.as")),qo(t,C("sign.name")),qo(n,C("sign.reason")))),r=async()=>{if(px(t,C("sign.no-name")))return!1;let o=await yu(()=>Pi("/api/sign",{number:i.number,role:e.value,name:t.value.trim(),reason:n.value.trim()}));return o?(ki(o.plan),lt(C("sign.done",{role:C(`sign.${e.value}`),name:t.value.trim()}),"good"),!0):!1};bs(C("sign"),s,[{label:C("sign.do"),action:r,primary:!0}])}function yx(){let{plan:i}=y;if(!i)return;if(i.checked_version===null||i.checked_version===void 0)return lt(C("export.check-first"),"bad");let e=SA(i),t=gl("export-name",`version-${i.checked_version}`),n=R("input",{id:"export-sure",type:"checkbox"}),s=i.edits.map(l=>R("li",{text:l.text})),r=Bn()||i.approval?.status==="signed"?null:R("p",{class:"warn-box",text:C("export.unsigned")}),o=R("div",{},R("p",{text:C(Bn()?"export.what.found":"export.what")}),r,R("h3",{text:C("export.changes")}),s.length?R("ol",{class:"edits"},s):R("p",{class:"hint",text:C("edits.none")}),e.length?R("div",{class:"warn-box"},R("b",{text:C("export.broken")}),R("ul",{},e.map(l=>R("li",{text:l}))),R("label",{for:"export-sure"},n,C("export.sure"))):null,R("div",{class:"form"},qo(t,C("export.name")))),a=async()=>{if(e.length&&!n.checked)return lt(C("export.not-sure"),"bad"),n.focus(),!1;let l=await ux(C("export.running"),()=>Pi("/api/export",{number:i.checked_version,name:t.value.trim()}));if(!l)return!1;await yu(Ss);let{folder:c,version:h,notes:d,files:u}=l;return bs(C("export.done"),gx({folder:c,version:fx(h),notes:d,files:u})),!1};bs(C("export"),o,[{label:C("export.do"),action:a,primary:!0}])}function SA(i){return[...new Set([...i.needles,...i.seeds].flatMap(e=>e.rules))]}function vu(){let i=am.map(([t,n])=>R("tr",{},R("th",{scope:"row"},R("kbd",{text:C(`keys.${t}`)===`keys.${t}`?t:C(`keys.${t}`)})),R("td",{text:C(n)}))),e=R("div",{},Yn([C("help.keys"),C("help.what")],i,{class:"rows","aria-label":C("help.keys")}),R("p",{text:C("help.units")}),R("p",{text:`${y.server.software}. ${y.server.notice}`}));bs(C("help"),e)}var bA=[0,5,10,20,40],Su=class{constructor({changeLanguage:e,resetViews:t,takePicture:n}){this.state=R("div",{class:"state",role:"status","aria-label":C("state")}),this.undo=at(C("undo"),Cl,{title:"Ctrl+Z"}),this.redo=at(C("redo"),Rl,{title:"Ctrl+Shift+Z"}),this.check=at(C("check"),dx),this.sign=at(C("sign"),xx),this.export=at(C("export"),yx),this.toggles=[["dose","D","toggle.wash"],["contours","C","toggle.contours"],["isodoses","I","toggle.isodoses"]].map(([o,a,l])=>[o,at(C(l),()=>fa(o),{title:a,"data-toggle":o})]),this.window=R("select",{"aria-label":C("window"),on:{change:o=>$s(Sr.find(a=>a.key===o.target.value))}},Sr.map(o=>R("option",{value:o.key,text:`${C(`window.${o.key}`)} ${o.width}/${o.level}`})),R("option",{value:"free",text:C("window.free"),hidden:!0})),this.measure=at(C("tool.measure"),()=>Ys("measure"),{title:"M","data-tool":"measure"});let s=Bn()?"seed":"needle";this.add=at(C(`tool.${s}`),()=>Ys(s),{"data-tool":s}),this.slab=R("select",{"aria-label":C("slab"),class:"slab",on:{change:o=>MA(Number(o.target.value))}},bA.map(o=>R("option",{value:o,text:o?C("slab.of",{mm:o}):C("slab.none")}))),this.slab.value=y.display.slab,this.clear=at(C("tool.clear"),Jp),this.full=at(C("layout.all"),()=>pa("all"));let r=R("select",{"aria-label":C("language"),class:"language",on:{change:o=>e(o.target.value)}},Object.entries(wp).map(([o,a])=>R("option",{value:o,text:a,lang:o})));r.value=ss(),this.node=R("header",{class:"topbar"},R("div",{class:"bar"},R("h1",{},R("span",{class:"brand",text:"seedwright"}),R("span",{class:"case",text:y.server.patient??""})),this.state,R("div",{class:"spring"}),R("span",{class:"notice",text:C("notice")}),r,at("?",vu,{"aria-label":C("help"),title:"?"})),R("div",{class:"bar tools",role:"toolbar","aria-label":C("tools")},R("div",{class:"group"},this.undo,this.redo),R("div",{class:"group"},this.toggles.map(([,o])=>o)),this.window,this.slab,R("div",{class:"group"},this.add,this.measure,this.clear),R("div",{class:"group"},at(C("layout.reset"),t,{title:"R"}),at(C("picture"),n,{title:"S","data-picture":""}),this.full),R("div",{class:"spring"}),R("div",{class:"group"},this.check,this.sign,this.export))),this.update=un(()=>this.show()),Mt("plan preview role display job layout window busy drag draft measures",()=>this.update()),this.show()}show(){let{plan:e}=y,t=tn()&&!y.working;this.undo.disabled=!t||!e.can_undo,this.redo.disabled=!t||!e.can_redo,this.add.disabled=!t,this.sign.hidden=Bn(),this.check.disabled=this.sign.disabled=this.export.disabled=!t,this.clear.hidden=!y.measures.length,this.full.hidden=y.display.layout==="all";for(let[r,o]of this.toggles)o.setAttribute("aria-pressed",y.display[r]);for(let r of[this.measure,this.add])r.setAttribute("aria-pressed",y.display.tool===r.dataset.tool);this.window.value=y.display.window.key,document.body.dataset.tool=y.display.tool;let n=this.chips(e),s=n.map(([,r])=>r).join("|");s!==this.shown&&(this.shown=s,this.state.replaceChildren(...n.map(([r,o])=>R("span",{class:`chip ${r}`,text:o}))))}chips(e){let t=[];if(!e)t.push(["warn",C("no-plan")]);else{let n=Bn()?"delivered":e.approval?.status??"unsigned";t.push([{signed:"good",delivered:""}[n]??"warn",C(`state.${n}`)]),t.push(["",C("state.revision",{revision:e.revision})]),y.preview?t.push(["warn",C("checked.preview")]):e.checked!=="checked"?t.push(["warn",C(`checked.${e.checked}`)]):t.push(["good",C("checked.checked")])}return y.working&&t.push(["busy",y.working]),y.job&&t.push(["busy",C("plan.running")]),y.connected?y.role!=="editor"&&t.push(["bad",C("state.reader")]):t.push(["bad",C("state.offline")]),t}};function MA(i){y.display.slab=i,De("display")}var wA=i=>xr(y.contours.find(e=>e.structure.name===i)?.structure??{name:i}),bu=class{constructor(e){this.node=R("div",{class:"readout","data-readout":"","aria-label":C("readout")}),this.ask=e,this.hover=un(t=>this.show(t)),Mt("hover",t=>this.hover(t)),Mt("cursor dose plan",()=>this.hover(null)),y.ct?this.hover(null):Wn(this.node,C("readout.none"))}show(e){let t=e?.point??y.cursor;if(!y.ct)return;clearTimeout(this.timer);let n=y.contours.filter(r=>r.structure.kind!=="body"&&r.contains(t)).map(r=>xr(r.structure)),s=um(t);this.write(t,y.ct.at(t),s,n,!0),this.timer=setTimeout(()=>this.exactly(t),90)}async exactly(e){if(y.preview)return;let t=await this.ask(e);t&&this.write(e,t.hu,t.dose_gy,t.structures.map(wA),!1)}write(e,t,n,s,r){let o=y.plan?.prescription.dose_gy,a=[`x ${e[0].toFixed(1)}  y ${e[1].toFixed(1)}  z ${e[2].toFixed(1)} mm`,t==null?"– HU":`${Math.round(t)} HU`,n==null?y.plan&&!y.preview?C("readout.no-dose"):"":`${r?"≈ ":""}${n.toFixed(1)} Gy (${(100*n/o).toFixed(0)} %)`,s.join(", ")||"–"];this.node.replaceChildren(...a.filter(Boolean).map(l=>R("span",{text:l}))),this.node.dataset.exact=String(!r)}};function vx({changeLanguage:i,ask:e}){let t={axial:new Js("axial"),sagittal:new Js("sagittal"),coronal:new Js("coronal"),space:new qh,needle:new Yh},n=R("main",{class:"panes","aria-label":C("panes")},Object.values(t).map(c=>c.node));t.axial.node.append(new mu().node);for(let c of Object.values(t))c.node.addEventListener("dblclick",()=>pa(y.display.layout==="all"?c.name:"all"));let s=()=>{n.dataset.layout=y.display.layout;for(let c of Object.values(t))c.node.hidden=y.display.layout!=="all"&&y.display.layout!==c.name,c.node.classList.toggle("active",y.display.active===c.name)};Mt("layout",s),s();let r=()=>Object.values(t).forEach(c=>c.reset()),o=()=>Nl(t[y.display.active]??t.axial),a=new Su({changeLanguage:i,resetViews:r,takePicture:o}),l=R("aside",{class:"dock","aria-label":C("dock")},new cu().node,new hu().node,TA());return{node:R("div",{class:"page"},a.node,n,l),panes:t,readout:new bu(e)}}function TA(){let i=Bn()?{found:new pu,structures:new pl,edits:new fl,compare:new ml}:{needles:new uu,seeds:new du,structures:new pl,edits:new fl,steer:new xu,compare:new ml};y.display.tab in i||([y.display.tab]=Object.keys(i));let e=Object.keys(i).map(o=>at(C(`tab.${o}`),()=>n(o),{role:"tab",id:`tab-${o}`,"aria-controls":`panel-${o}`})),t=Object.entries(i).map(([o,a])=>R("div",{role:"tabpanel",id:`panel-${o}`,"aria-labelledby":`tab-${o}`},a.node)),n=o=>{y.display.tab=o,s(),De("display")},s=()=>{e.forEach(o=>{let a=o.id===`tab-${y.display.tab}`;o.setAttribute("aria-selected",a),o.tabIndex=a?0:-1}),t.forEach(o=>o.hidden=o.id!==`panel-${y.display.tab}`)},r=R("div",{role:"tablist","aria-label":C("dock")},e);return r.addEventListener("keydown",o=>{let a={ArrowRight:1,ArrowLeft:-1}[o.key];if(!a)return;o.stopPropagation();let l=e[(e.indexOf(document.activeElement)+a+e.length)%e.length];l.click(),l.focus()}),s(),R("section",{class:"card tabs"},r,t)}function bx(){let i=new URLSearchParams(location.hash.slice(1)),e=(i.get("at")??"").split(",").map(Number);return{at:e.length===3&&e.every(Number.isFinite)?e:null,layout:["all","axial","sagittal","coronal","space","needle"].find(t=>t===i.get("layout"))??null,lang:["en","zh"].find(t=>t===i.get("lang"))??null}}var Sx=0;function Kf(){clearTimeout(Sx),Sx=setTimeout(()=>{let i=y.cursor.map(e=>e.toFixed(2)).join(",");history.replaceState(null,"",`${location.pathname}#at=${i}&layout=${y.display.layout}&lang=${ss()}`)},150)}var EA=["axial","sagittal","coronal"],jf=[],Mx=null;async function wx(i){let e=R("p",{id:"opening",role:"status"}),t=-1,n=null,s=null;for(;;){let o=await En(`/api/opening?seen=${t}`);if(o.error)throw new mn(422,o.error);if(o.ready)break;t=o.number,Wn(e,AA(o)),e.isConnected||document.getElementById("boot")?.replaceChildren(e),o.ct&&!n&&(n=RA(o.ct,e,i)),o.look&&!s&&(s=n?.then(CA).catch(()=>{}))}let r=await n;return await s,Sl(),Object.assign(y,{views:{},contours:[],plan:null,dose:null}),r&&y.cursor!==r&&y.cursor!==Mx?y.cursor:null}function AA({stage:i,done:e,of:t,look:n}){if(t)return C("opening.images",{done:e,of:t});let s=i?C("opening.stage",{stage:i}):C("opening.begun");return n?`${s} ${C("opening.look")}`:s}async function CA(i){let{structures:e,contours:t,plan:n,levels:s}=await En("/api/look"),r=await vs("/api/look/dose").catch(()=>null);for(let o of e)o.colour=jr(o.colour);if(y.contours=e.filter(o=>t[o.key].length).map(o=>new eo(o,t[o.key],y.frame)),y.plan={...n,checked:"opening"},y.dose=r&&new qs(r.header,new Float32Array(r.bytes)),y.display.levels=Bl(s),y.cursor===i){let o=y.contours.find(a=>a.structure.kind==="target");o?rn(o.centre()):De("cursor"),Mx=y.cursor,jf.forEach(a=>a.reset())}De("plan")}async function RA(i,e,t){let{bytes:n}=await vs("/api/ct");y.frame=new Qr(i),y.ct=new Zr(new Int16Array(n),y.frame),y.cursor=y.frame.clamped(t??y.frame.toPatient([0,1,2].map(r=>y.frame.extent(r)/2))),jf=EA.map(r=>new Js(r));let s=R("main",{class:"panes","aria-label":C("panes"),"data-layout":"all"},jf.map(r=>r.node));return document.getElementById("app").replaceChildren(R("div",{class:"page opening"},e,s)),y.cursor}var Tx=()=>{};async function PA(){let i=bx();if(wl(i.lang??"en"),!Tp())return Qf(C("boot.no-token"));try{i.at=await wx(i.at)??i.at;let e=await En("/api/state");i.lang||wl(e.language),await Ex(e)}catch(e){if(!(e instanceof mn))throw e;return Qf(e.status===401?C("boot.no-token"):e.message||C("server.lost"))}y.plan||(y.display.tab="steer"),y.display.layout=i.layout??"all",y.cursor=y.frame.clamped(i.at??Cx()),ep(),Uu(),Ax(),document.body.dataset.ready="true"}async function Ex(i){y.server=i,y.frame=new Qr(i.ct);let[e,t]=await Promise.all([y.ct?null:vs("/api/ct"),En("/api/contours")]);e&&(y.ct=new Zr(new Int16Array(e.bytes),y.frame));for(let n of i.structures)n.colour=jr(n.colour);y.contours=i.structures.filter(n=>t[n.key]?.length).map(n=>new eo(n,t[n.key],y.frame)),y.original=i.original,y.plan=i.plan,y.display.levels=Bl(i.levels);for(let n of i.structures)n.kind==="derived"&&y.display.hidden.add(n.name)}function Ax(){ki(y.plan,!0),NA(y.server);let{restored:i}=y.server;i?.steps&&lt([C("restored",{steps:i.steps}),i.note].filter(Boolean).join(" "))}async function IA(){let i=!y.plan;await Ex(await En("/api/state")),ep(),Ax(),i&&y.plan&&(rn(Cx()),Object.values(y.page.panes).forEach(e=>e.reset()))}function ep(){Sl(),Tx();let i=vx({changeLanguage:LA,ask:DA});y.page=i;let{line:e,banner:t}=Rp();document.getElementById("app").replaceChildren(t,i.node,R("footer",{class:"statusbar"},i.readout.node,e)),Tx=lm({panes:i.panes,showHelp:vu,closeDialog:Ul}),Mt("cursor layout",Kf),Mt("cursor layout",Op),y.surfaces&&i.panes.space.setSurfaces(y.surfaces,y.server.structures)}function LA(i){wl(i),Ul(),ep(),Kf(),Ss(),document.querySelector(".language").focus()}var DA=async i=>{try{return await En(`/api/point?x=${i[0]}&y=${i[1]}&z=${i[2]}`)}catch{return null}};async function NA(i){try{y.surfaces=await En("/api/surfaces"),y.page.panes.space.setSurfaces(y.surfaces,i.structures)}catch(e){if(!(e instanceof mn))throw e}}function Cx(){let i=y.contours.find(e=>e.structure.kind==="target");return i?i.centre():y.frame.toPatient([0,1,2].map(e=>y.frame.extent(e)/2))}function Qf(i){document.getElementById("app").replaceChildren(R("p",{id:"boot",class:"failed",role:"alert",text:i}))}pi("state",IA);pi("welcome",({revision:i})=>{y.plan&&(i!==y.plan.revision||y.plan.checked==="preview")?Ss():De("plan")});Object.defineProperty(window,"seedwright",{value:Object.freeze({latencies:oa,language:ss,cursor:()=>[...y.cursor],moveCursor:rn})});PA().catch(i=>{throw Qf(C("boot.failed")),i});
